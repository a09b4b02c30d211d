scenario(one) { kernel(6); expect_violation(p); }

/* expected:
 * 1:24 type-mismatch expected a string
 * 1:45 type-mismatch expected a string
 */
