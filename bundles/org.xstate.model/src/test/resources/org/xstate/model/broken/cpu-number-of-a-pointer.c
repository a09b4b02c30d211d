setup(s) { cpu_t c = cpu(true + NULL); assume(c != NO_CPU); }

/* expected:
 * 1:26 no-arithmetic 'void *' has no arithmetic
 */
