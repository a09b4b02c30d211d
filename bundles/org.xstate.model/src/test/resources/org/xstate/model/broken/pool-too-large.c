struct t { int a; };
pool(struct t, ts, 256);

/* expected:
 * 2:20 bad-length a pool has 1 to 255 objects, not 256
 */
