pool(int, ts, 2);

/* expected:
 * 1:6 type-mismatch a pool is of structs
 */
