interrupt(i, 1, true);

/* expected:
 * 1:1 syntax 'interrupt(...)' is followed by statements in braces
 */
