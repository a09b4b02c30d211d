int f(void) { return f; }

/* expected:
 * 1:22 not-a-value 'f' is a function; model C has no pointers to functions
 */
