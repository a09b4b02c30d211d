/*
 * M53: a child sends its parent's PASID
 *
 * fork saves the parent's registers into the child's buffer, PASID included. The child has an address space
 * of its own; what its ENQCMD sends would let a device work on the parent's. Fixed before it could happen.
 *
 * Fix: dc7507ddce59 ("x86/fpu: Clear PASID when copying fpstate") 5.18
 */
setup(child_is_not_there_yet) { tasks[1].state = TASK_NEW; }

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	expect(enqcmd());
	enter_kernel();
	kernel_clone(&tasks[1], false, INIT);
	exit_to_user_mode();
}

task(B) { enqcmd(); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false); set(check_kernel_state, false);
	/* the child's copy is wrong from its first instruction on; what counts is what it can do with it */
	set(check_nothing_leaks_into_user_mode, false); set(check_state_is_kept, false);
}

scenario(broken) { like(fixed); set(clone_clears_pasid, false); expect_violation("no_foreign_pasid"); }
