int x;
task(A) { int *p = &x; int y = 1; int *q = &y; *p = *q; }

/* expected:
 * 2:44 no-address a local variable has no address in model C
 */
