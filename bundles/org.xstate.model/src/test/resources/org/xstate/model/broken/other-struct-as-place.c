struct image { int a; };
struct other { int a; };
buffer(struct image);
void *f(struct other *p) { return p; }

/* expected:
 * 4:35 type-mismatch expected 'void *', found 'struct other *'
 */
