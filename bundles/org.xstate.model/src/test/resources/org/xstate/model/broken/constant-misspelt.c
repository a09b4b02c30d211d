bool f(void) { return NR_CPU > 1; }

/* expected:
 * 1:23 no-such-name no such name 'NR_CPU' | did you mean 'NO_CPU'?
 */
