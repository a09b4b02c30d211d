int a[2];
void f(void) { assume(&a); }

/* expected:
 * 2:23 no-address an array has no address; its elements have
 */
