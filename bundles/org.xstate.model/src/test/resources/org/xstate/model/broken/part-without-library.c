struct image { int a; };
struct state { token_t a; };
buffer(struct image);
component(struct state, 9);
token_t f(struct state *p) { return p->a; }

/* expected:
 * 5:40 no-such-function reading 'a' through a pointer needs a function 'read_part' of 3 arguments
 */
