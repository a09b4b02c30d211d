/*
 * A CPU that goes away and comes back has IA32_XFD armed. Up to 6.8 the kernel's per-CPU copy kept what it
 * was before (10e4b5166df9, 6.9; since 672365477ae8, 5.16): the next task with tile data is restored without
 * a write of the MSR, and XRSTORS raises #NM in the kernel.
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
kernel_thread(K)
{
	fpu__init_cpu_xstate();
}

scenario(amx_hotplug_6_9)
{
	cpu_profile("sapphire-rapids");
	kernel("6.9");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
}

scenario(amx_hotplug_6_8)
{
	cpu_profile("sapphire-rapids");
	kernel("6.8");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	expect_violation("xfd_cache_is_right");
}
