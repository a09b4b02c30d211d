struct state { token_t a; };
component(struct state, 64);
component(struct state);

/* expected:
 * 2:25 out-of-range a component has a number from 0 to 63, not 64
 * 3:1 argument-count 'component' takes 2 arguments, not 1
 */
