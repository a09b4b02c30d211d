struct state { token_t a; };
component(struct state, 9);
component(struct state, 10);

/* expected:
 * 3:1 redeclared 'struct state' is the view of a component already
 */
