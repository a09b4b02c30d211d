/*
 * #UD: a component that XCR0 leaves out, and a CPU that is not set up for the FPU yet.
 */

/* a kernel without AMX: the tile instruction is unknown, and ends in the signal that a missing permission ends in */
scenario(tiles_without_xcr0)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(AVX);
	set(partial_images, false);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(!user_use(XFEATURE_XTILE_DATA));
	expect(signal_of(current) == SIGILL);
	expect(reg(XFEATURE_AVX) == V1);
}

/*
 * A CPU comes up, and its microcode is checked with SHA-256 before the FPU is set up: irq_fpu_usable() has to say no
 * (2297554f01df, 6.16)
 */
scenario(onlining_6_16)
{
	like(tiles_without_xcr0);
	kernel("6.16");
}

kernel_thread(cpuhp)
{
	local_irq_disable();
	cpu_reset();
	use_fpu_if_usable();
	fpu__init_cpu_xstate();
	use_fpu_if_usable();
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(reg(XFEATURE_AVX) == V1);
}

scenario(onlining_6_15)
{
	like(tiles_without_xcr0);
	kernel("6.15");
	expect_violation("no_oops");
}

kernel_thread(cpuhp)
{
	local_irq_disable();
	cpu_reset();
	use_fpu_if_usable();
	fpu__init_cpu_xstate();
}
