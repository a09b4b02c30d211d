buffer(int);

/* expected:
 * 1:8 type-mismatch expected a struct, found 'int'
 */
