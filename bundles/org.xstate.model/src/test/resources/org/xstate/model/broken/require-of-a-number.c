task(A) { require(1, true); }

/* expected:
 * 1:19 type-mismatch expected the name of a property
 */
