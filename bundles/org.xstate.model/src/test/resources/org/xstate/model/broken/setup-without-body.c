setup(s);

/* expected:
 * 1:1 syntax 'setup(...)' is followed by statements in braces
 */
