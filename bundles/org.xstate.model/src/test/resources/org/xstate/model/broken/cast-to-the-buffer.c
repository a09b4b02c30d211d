struct image { int a; };
buffer(struct image);
struct image x;
struct image *f(void *p) { return (struct image *)p; }

/* expected:
 * 4:35 bad-cast 'void *' cannot be cast to 'struct image *' | did you mean 'buffer_of'?
 */
