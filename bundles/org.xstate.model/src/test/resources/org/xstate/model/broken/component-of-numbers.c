struct state { int a; };
component(struct state, 9);

/* expected:
 * 2:11 type-mismatch the parts of a component are tokens; 'a' is 'int'
 */
