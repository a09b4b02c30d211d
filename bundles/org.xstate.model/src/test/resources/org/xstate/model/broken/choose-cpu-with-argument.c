cpu_t f(void) { return choose_cpu(1); }

/* expected:
 * 1:24 argument-count 'choose_cpu' takes 0 arguments, not 1
 */
