scenario(one) { int x; }

/* expected:
 * 1:21 misplaced a scenario consists of settings such as 'cpus(2);'
 */
