/*
 * PKRU has two initial values: the hardware's, 0, which opens every key, and the kernel's, init_pkru_val,
 * which a new program starts with. A clear XSTATE_BV bit means the hardware's.
 *
 * Up to 5.12 the switch to a task whose bit was clear wrote the kernel's value; on a processor that tracks
 * PKRU = 0 as initial, a program that had opened all its keys lost them: museum/m26-pkru-zero.c.
 */

task(A)
{
	expect(reg(XFEATURE_PKRU) == KERNEL_INIT);
	write_pkru(INIT);
	expect(reg(XFEATURE_PKRU) == INIT);
}

task(B)
{
	write_pkru(B1);
	expect(reg(XFEATURE_PKRU) == B1);
}

kernel_thread(K)
{
	schedule();
}

scenario(pkru_zero_5_14)
{
	cpu_profile("zen3");
	kernel("5.14");
	cpus(1);
	features(AVX, PKRU);
	softirqs(1);
	set(partial_images, false);
}

/*
 * that kernel on a processor that does not track PKRU = 0 as initial: the bit is set, and the value 0 is
 * in memory
 */
scenario(pkru_zero_5_12_not_tracked)
{
	cpu_profile("zen3");
	kernel("5.12");
	cpus(1);
	features(AVX, PKRU);
	set(partial_images, false);
	set(pkru_always_in_use, true);
}
