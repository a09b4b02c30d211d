struct image { int a; };
buffer(struct image);
u8 f(u8 *p) { return *p; }

/* expected:
 * 3:22 type-mismatch 'u8 *' does not point to a value
 */
