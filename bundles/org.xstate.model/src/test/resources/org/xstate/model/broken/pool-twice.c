struct t { int a; };
pool(struct t, ts, 2);
pool(struct t, us, 2);

/* expected:
 * 3:16 redeclared 'struct t' has a pool already
 */
