/* SCRUN, in user mode: #GP while SCRATCH is in its initial configuration. False if the program does not survive it. */
bool scrun(void)
{
	bool trapped;

	atomic {
		trapped = reg(XFEATURE_SCRATCH) == INIT;
		if (trapped)
			enter_kernel_irqs_off();
	}
	return !trapped || exc_general_protection() && reg(XFEATURE_SCRATCH) != INIT;
}

/* The kernel answers it with interrupts off: nothing but the registers holds the state, so they are written. */
on(bool, exception_irqs_off, scratch)(int vector)
{
	if (vector != X86_TRAP_GP || read_reg(XFEATURE_SCRATCH, 0) != INIT)
		return false;
	trap_point(AT_HANDLER);
	trap_needs_live_registers();
	api_begins(current, XFEATURE_SCRATCH);
	set_reg(XFEATURE_SCRATCH, V1);
	api_completes(current, XFEATURE_SCRATCH, V1);
	return true;
}
