struct image { int a; };
struct state { token_t a; };
buffer(struct image);
component(struct state, 9);
void read_part(void *p) { assume(p); }
void f(void *p, struct state *q) { struct state s = *q; s.a = ((struct state *)p)->a; }

/* expected:
 * 6:53 whole-component a component in a buffer is read and written part by part
 * 6:84 no-such-function reading 'a' through a pointer needs a function 'read_part' of 3 arguments
 */
