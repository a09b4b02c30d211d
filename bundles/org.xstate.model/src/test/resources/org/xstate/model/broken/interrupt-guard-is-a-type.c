interrupt(i, 1, int) { }

/* expected:
 * 1:17 type-mismatch expected a condition
 */
