scenario(one) { set(1, 2); }

/* expected:
 * 1:21 type-mismatch expected a name
 */
