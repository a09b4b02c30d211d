bool f(void) { return exists(c, cpus, c < NO_CPU); }

/* expected:
 * 1:39 no-order 'cpu_t' has no order
 */
