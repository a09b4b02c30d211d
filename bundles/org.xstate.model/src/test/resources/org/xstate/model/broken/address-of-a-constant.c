const int c = 1;
const int t[2] = { 1, 2 };
int f(void) { const int *p = &t[1]; return *p; }

/* expected:
 * 3:30 no-address a constant has no address in model C
 */
