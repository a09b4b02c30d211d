struct image { int a; };
buffer(struct image);
int f(int n) { return offset_of(n); }

/* expected:
 * 3:33 type-mismatch expected a place in a buffer, found 'int'
 */
