/*
 * #GP and #PF of a restore from a buffer of the kernel. Neither happens, unless a bug has spoilt the buffer.
 *
 * The fix-up warns, loads the initial state of everything that a restore loads, and goes on behind the instruction
 * (d5c8028b4788, 4.14). Whoever called believes that the task's state is loaded: the program goes on with initial
 * registers, supervisor components included. Nobody sees another's. IA32_XFD is init_fpstate's then, whatever the
 * task's own buffer is for.
 */

/* 4.14: before, the registers stayed as the last user of the CPU had left them */
knob(bad_buffer_fixup, FIXUP_LOADS_INIT, FIXUP_LEAVES_REGISTERS);

/* If init_fpstate cannot be loaded either, the fix-up raises an exception of its own: a double fault */
static inline void fpu_reset_from_exception_fixup(void)
{
	int err;

	xfd_update_state(&init_fpstate);
	err = os_xrstor_safe(&init_fpstate, KERNEL_FEATURES & fpregs_restore_mask());
	require(no_oops, !check_no_oops || err == 0);
}

on(bool, fixup_exception, kernel_restore)(int vector, enum extable_type type)
{
	if (type != EX_FPU_RESTORE || vector != X86_TRAP_GP && vector != X86_TRAP_PF)
		return false;
	cover("bad FPU state in a buffer: the fix-up of the restore");
	WARN_ON_ONCE(true);
	if (bad_buffer_fixup == FIXUP_LOADS_INIT)
		fpu_reset_from_exception_fixup();
	return true;
}
