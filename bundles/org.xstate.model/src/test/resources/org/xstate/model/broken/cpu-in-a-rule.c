DEFINE_PER_CPU(int, n);
rule(r) { this_cpu_write(n, 1); }

/* expected:
 * 2:11 no-cpu no CPU executes a rule: it has no 'current', no 'smp_processor_id()', no 'this_cpu_...'
 */
