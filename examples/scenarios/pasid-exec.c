/*
 * exec gives a thread a new address space and initial registers, so its PASID is gone. pasid_activated stays:
 * in the sources that were read only clone clears it. If the new program binds its address space to a device,
 * its first ENQCMD raises #GP like every first one, and the fixup takes it for a second one: SIGSEGV.
 *
 * This was found with the model and not confirmed on a running kernel.
 */

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	expect(enqcmd());
	enter_kernel();
	begin_new_exec();
	exit_to_user_mode();
	enter_kernel();
	mm_bind_pasid(V2);
	exit_to_user_mode();
	enqcmd();
}

scenario(pasid_after_exec)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(PASID);
	set(partial_images, false);
	set(check_pasid_flag_is_right, false);
	expect_violation("pasid_populated_once");
}

/* with the flag cleared */
scenario(pasid_after_exec_cleared)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(PASID);
	hardirqs(1);
	softirqs(1);
	set(partial_images, false);
	set(exec_clears_pasid_activated, true);
}
