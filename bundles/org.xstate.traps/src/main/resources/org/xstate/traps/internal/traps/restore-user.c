/*
 * #PF and #GP of the restore from a signal frame. A program can have either whenever it wants: it wrote the frame, and
 * unmaps what it likes.
 *
 * The instruction runs under fpregs_lock with page faults disabled, so the handler must not bring the page in: it would
 * sleep while the registers are neither the old state nor the new. The fix-up gives the caller the vector
 * (aee8c67a4faa, 5.14), who unlocks, brings the page in and begins again after #PF (fcb3635f5018), and gives up after
 * anything else.
 */

/* without it the caller takes every failure for a page fault; before 5.14 it went to the slow form in every case */
knob_flag(user_restore_tells_vector, true);
/* pagefault_disable() around the instruction: without it the handler sleeps for the page */
knob_flag(user_restore_disables_page_faults, true);

on(bool, page_fault_in_kernel, user_restore)(void)
{
	if (user_restore_disables_page_faults)
		return false;
	might_sleep();
	schedule();
	return fault_in(&sigframes[0], FRAME_KERNEL);
}

on(bool, fixup_exception, user_restore)(int vector, enum extable_type type)
{
	return type == EX_FAULT && (vector == X86_TRAP_PF || vector == X86_TRAP_GP);
}

on(u64, fixup_ax, user_restore)(int vector)
{
	return user_restore_tells_vector ? vector : X86_TRAP_PF;
}
