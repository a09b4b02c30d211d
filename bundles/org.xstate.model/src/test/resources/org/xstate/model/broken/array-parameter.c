typedef int pair[2];
int f(pair p) { return p[0]; }

/* expected:
 * 2:5 bad-parameter arrays are passed by the pointer to what holds them
 */
