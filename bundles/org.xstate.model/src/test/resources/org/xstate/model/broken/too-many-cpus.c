scenario(one) { cpus(9); softirqs(256); }

/* expected:
 * 1:22 out-of-range 'cpus' takes 1 to 8, not 9
 * 1:35 out-of-range 'softirqs' takes 0 to 255, not 256
 */
