/*
 * Two programs with state of their own in one component, on one CPU: each finds what it wrote, whatever the scheduler does.
 *
 * Simulate it step by step, or have every schedule checked. What the kernel's library offers, and what a scenario can
 * say, is in the help under "Model C" and "The kernel".
 */

scenario(each_keeps_its_own)
{
	cpu_profile("sapphirerapids");
	kernel("6.16");
	cpus(1);
	features(AVX);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}
