/*
 * The kernel's own rules for the registers, without any interface that changes them: two programs, a thread of the
 * kernel, preemption, interrupts that use the FPU. Holds on every version; with one fix switched off (--set) or an older
 * --kernel it shows what the fix is for.
 */

scenario(one_cpu)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX);
	softirqs(1);
	hardirqs(1);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_fpu_section();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
	user_write(XFEATURE_AVX, V2);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
}

kernel_thread(K)
{
	kernel_fpu_section();
}

/* a section that is locked but for hard interrupts: what goes wrong before 5.18, see 59f5ede3bc0f */
scenario(locked_section)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX);
	softirqs(1);
	hardirqs(1);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	fpu_sync_fpstate();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
}

/* tasks move; where they come back, registers may still hold an older state of theirs */
scenario(two_cpus)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX);
	migrations(2);
	softirqs(1);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_fpu_section();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
	user_write(XFEATURE_AVX, V2);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
}
