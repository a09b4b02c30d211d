int g(int a) { return a; }
int f(void) { return g; }

/* expected:
 * 2:22 not-a-value 'g' is a function; model C has no pointers to functions
 */
