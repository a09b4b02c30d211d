DEFINE_PER_CPU(int, n);
int f(void) { return this_cpu_read(n); }
property(p, "x") { return f() == 0; }

/* expected:
 * 3:20 no-cpu no CPU executes a property: it has no 'current', no 'smp_processor_id()', no 'this_cpu_...'
 */
