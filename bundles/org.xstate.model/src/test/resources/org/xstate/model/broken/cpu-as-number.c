struct fpu { unsigned int last; cpu_t last_cpu; token_t pasid; };
tokens(V1);
void f(struct fpu *fpu)
{
	int cpu = smp_processor_id();

	fpu->last = smp_processor_id();
	fpu->last_cpu = -1;
	fpu->pasid = cpu;
	fpu->last = V1;
	assume(fpu->last == fpu->last_cpu);
}

/* expected:
 * 5:12 type-mismatch expected 'int', found 'cpu_t' | a CPU is a 'cpu_t'
 * 7:14 type-mismatch expected 'unsigned int', found 'cpu_t' | a CPU is a 'cpu_t'
 * 8:18 type-mismatch expected 'cpu_t', found 'int' | no CPU is NO_CPU
 * 9:15 type-mismatch expected 'token_t', found 'int' | a component's value is a 'token_t'
 * 10:14 type-mismatch expected 'unsigned int', found 'token_t' | a component's value is a 'token_t'
 * 11:9 type-mismatch 'unsigned int' and 'cpu_t' have nothing in common
 */
