int g;
int f(void) { return g(); }

/* expected:
 * 2:22 not-a-function 'g' is not a function
 */
