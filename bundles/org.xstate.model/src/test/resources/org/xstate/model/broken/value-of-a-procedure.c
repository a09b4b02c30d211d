void g(void) { }
int f(void) { return g(); }

/* expected:
 * 2:22 no-value this function returns nothing
 */
