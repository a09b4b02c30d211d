int NR_CPUS = 2;

/* expected:
 * 1:5 redeclared 'NR_CPUS' is an intrinsic of model C
 */
