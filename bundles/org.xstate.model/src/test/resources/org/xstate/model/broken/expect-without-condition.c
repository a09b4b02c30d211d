task(A) { expect(); }

/* expected:
 * 1:11 argument-count 'expect' takes 1 argument, not 0
 */
