interrupt(i, 1) { }

/* expected:
 * 1:1 argument-count 'interrupt' takes 3 arguments, not 2
 */
