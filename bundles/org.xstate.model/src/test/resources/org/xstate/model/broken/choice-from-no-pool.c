bool f(void) { return exists(c, cpu, true); }

/* expected:
 * 1:33 type-mismatch expected the name of a pool, or 'cpus'
 */
