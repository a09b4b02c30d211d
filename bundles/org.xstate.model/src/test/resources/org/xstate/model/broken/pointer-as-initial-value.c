int x;
int *p = &x;

/* expected:
 * 2:10 not-constant a global starts with a constant
 */
