struct t { int a; };
pool(struct t, ts, 2);
int f(void) { return ts[2].a; }

/* expected:
 * 3:25 out-of-range index 2 is outside of 'struct t[2]' (0 to 1)
 */
