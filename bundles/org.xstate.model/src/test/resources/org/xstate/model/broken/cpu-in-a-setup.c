struct s { int a; };
setup(boot) { bool b = smp_processor_id() == NO_CPU; assume(b); }

/* expected:
 * 2:20 no-cpu no CPU executes a setup: it has no 'current', no 'smp_processor_id()', no 'this_cpu_...'
 */
