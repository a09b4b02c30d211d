/*
 * M26: a program that opened all its keys loses them
 *
 * A clear XSTATE_BV bit means the hardware's initial value, 0. The switch to such a task wrote the kernel's
 * own default instead, and where the registers still counted as valid nothing was loaded over it. A
 * processor that tracks PKRU = 0 as initial clears the bit.
 *
 * Fix: 510b80a6a0f1 ("x86/pkru: Write hardware init value to PKRU when xstate is init") 5.13
 * Since: 0cecca9d03c9 5.2
 */
task(A)
{
	expect(reg(XFEATURE_PKRU) == KERNEL_INIT);
	write_pkru(INIT);
	expect(reg(XFEATURE_PKRU) == INIT);
}

task(B) { write_pkru(B1); }

kernel_thread(K) { schedule(); }

scenario(fixed)
{
	cpu_profile("zen3"); kernel("5.13"); features(AVX, PKRU);
	softirqs(1);
	set(partial_images, false); set(check_kernel_state, false);
}

scenario(broken) { like(fixed); set(pkru_clear_bit_is_zero, false); expect_violation("state_is_kept"); }

scenario(linux_5_12) { like(fixed); kernel("5.12"); expect_violation("state_is_kept"); }
