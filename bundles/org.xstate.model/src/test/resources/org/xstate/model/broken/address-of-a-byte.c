u8 x;
void f(void) { u8 *p = &x; assume(p); }

/* expected:
 * 2:24 no-address a 'u8 *' is a place in a buffer, and this is in none
 */
