/*
 * M5: exec invalidates the CPU that it runs on instead of the task
 *
 * The buffer changes, so every CPU that may still hold the old registers has to be disbelieved: last_cpu of
 * the task. exec made its own CPU forget its owner. The CPU that the task came from still names the task,
 * and last_cpu still names that CPU; back there the old program's registers count as valid.
 *
 * Fix: 1f69383b203e 6.6
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	fpu_flush_thread();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == INIT);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.6"); features(AVX, PKRU);
	cpus(2); migrations(2);
	set(partial_images, false); set(check_kernel_state, false);
}

scenario(broken) { like(fixed); set(exec_invalidates_task, false); expect_violation("update_is_kept"); }

scenario(linux_6_5) { like(fixed); kernel("6.5"); expect_violation("update_is_kept"); }
