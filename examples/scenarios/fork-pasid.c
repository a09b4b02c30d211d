/*
 * A child starts without the PASID of its parent (dc7507ddce59, 5.18): it has another address space, and what
 * ENQCMD sends would let a device use the parent's.
 */

setup(child_is_not_there_yet)
{
	tasks[1].state = TASK_NEW;
}

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	expect(enqcmd());
	user_write(XFEATURE_AVX, V2);
	enter_kernel();
	kernel_clone(&tasks[1], false, INIT);
	exit_to_user_mode();
	expect(enqcmd());
	expect(reg(XFEATURE_AVX) == V2);
}

task(B)
{
	expect(reg(XFEATURE_AVX) == V2);
	enqcmd();
	user_write(XFEATURE_AVX, B1);
}

scenario(fork_without_pasid)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
}

/* the child's buffer is a copy of the parent's registers, PASID included */
scenario(fork_with_pasid)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(clone_clears_pasid, false);
	set(check_kernel_state, false);
	set(check_state_is_kept, false);
	expect_violation("no_foreign_pasid");
}
