/*
 * M33: #NM in the kernel after a CPU went away and came back
 *
 * The CPU comes back with IA32_XFD armed. The kernel's per-CPU copy says what it was before, so the next
 * task with tile data is restored without a write of the MSR, and XRSTORS raises #NM.
 *
 * Fix: 10e4b5166df9 ("x86/fpu: Keep xfd_state in sync with MSR_IA32_XFD") 6.9
 * Since: 672365477ae8 5.16
 * CVE: CVE-2024-35801
 */
task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V1));
	expect(reg(XFEATURE_XTILE_DATA) == V1);
}

/* takes the CPU offline and online */
kernel_thread(K) { fpu__init_cpu_xstate(); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.9"); features(XTILE_DATA);
	set(partial_images, false);
	set(check_xfd_cache_is_right, false); set(check_xfd_matches_buffer, false);
}

scenario(broken)
{
	like(fixed); set(xfd_cache_follows_reset, false); expect_violation("kernel_restore_never_faults");
}

scenario(linux_6_8) { like(fixed); kernel("6.8"); expect_violation("kernel_restore_never_faults"); }
