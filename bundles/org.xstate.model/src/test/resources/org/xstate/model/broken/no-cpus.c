scenario(one) { cpus(0); operations("3"); }

/* expected:
 * 1:22 out-of-range 'cpus' takes 1 to 8, not 0
 * 1:37 type-mismatch expected a number
 */
