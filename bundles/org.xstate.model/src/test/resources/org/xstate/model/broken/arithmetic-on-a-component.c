struct image { int a; };
struct state { token_t a; };
buffer(struct image);
component(struct state, 9);
struct state *f(struct state *p) { return p + 1; }

/* expected:
 * 5:43 no-arithmetic 'struct state *' has no arithmetic
 */
