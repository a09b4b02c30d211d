setup(s) { cpu_t c = cpu(1); assume(c != NO_CPU); }

/* expected:
 * 1:26 out-of-range there is no CPU 1: NR_CPUS is 1
 */
