scenario(one) { features(1); }

/* expected:
 * 1:26 type-mismatch expected a name
 */
