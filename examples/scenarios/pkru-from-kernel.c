/*
 * pkey_alloc(): the kernel changes PKRU of the task that asks. From 5.14 on it writes the register, which is
 * the truth at any time. Up to 5.13 it wrote the buffer, if the buffer had the component, and the register;
 * with the bit clear and the flag set the next restore brings 0 back.
 *
 * The last is a deduction from the order of the operations, not a report of somebody who was hit.
 */

task(A)
{
	write_pkru(INIT);
	enter_kernel();
	arch_set_user_pkey_access(V1);
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == V1);
}

task(B)
{
	write_pkru(B1);
	expect(reg(XFEATURE_PKRU) == B1);
}

scenario(pkru_from_kernel_5_14)
{
	cpu_profile("zen3");
	kernel("5.14");
	cpus(1);
	features(AVX, PKRU);
	softirqs(1);
	set(partial_images, false);
}

scenario(pkru_from_kernel_5_13)
{
	like(pkru_from_kernel_5_14);
	kernel("5.13");
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
