task(A) { assume(cpu(0) == NO_CPU); }

/* expected:
 * 1:18 cpu-number a CPU has a number only in a setup; elsewhere CPUs are all alike
 */
