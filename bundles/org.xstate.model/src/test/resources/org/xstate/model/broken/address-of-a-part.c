struct image { int a; };
struct state { token_t a; };
buffer(struct image);
component(struct state, 9);
token_t *f(struct state *p) { return &p->a; }

/* expected:
 * 5:38 no-address a part of a component has no address of its own
 */
