interrupt(1, 1, true) { }

/* expected:
 * 1:11 type-mismatch expected a name
 */
