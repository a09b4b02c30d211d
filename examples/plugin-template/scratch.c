task(A)
{
	expect(scrun());
	expect(reg(XFEATURE_SCRATCH) == V1);
}
task(B)
{
	user_write(XFEATURE_SCRATCH, B1);
}

scenario(first_use)
{
	cpu_profile("scratch.cpuid");
	features(SCRATCH);
}

/* interrupts go on before the handler has written the registers: the scheduler may come in between */
scenario(first_use_interrupted)
{
	cpu_profile("scratch.cpuid");
	features(SCRATCH);
	set(irqs_on_at, AT_HANDLER);
	expect_violation("trap_finds_registers_live");
}
