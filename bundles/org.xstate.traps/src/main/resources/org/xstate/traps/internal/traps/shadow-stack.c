/*
 * #CP: a return, or an indirect branch, that goes where it must not. From user mode with shadow stacks on it is the end
 * of the program: SIGSEGV, and a line in the log that says where its shadow stack was (6.6).
 *
 * The pointer is in IA32_PL3_SSP, a register of the task: read before interrupts go on it is the program's, afterwards
 * whatever the CPU was used for in between has left there, since a switch back does not load it before the way to user
 * mode. Whoever wants to read it later loads the registers first.
 */

/* where the reported pointer comes from: the MSR, or the MSR after fpregs_lock_and_load() */
knob(cp_reads_ssp, CP_READS_MSR, CP_LOADS_AND_READS);

property(reported_ssp_is_right, "the shadow stack pointer that #CP reports is the program's");

static inline token_t read_user_ssp(void)
{
	token_t ssp;

	if (cp_reads_ssp == CP_LOADS_AND_READS) {
		fpregs_lock_and_load();
		ssp = rdmsrl(MSR_IA32_PL3_SSP);
		fpregs_unlock();
		return ssp;
	}
	trap_needs_live_registers();
	return rdmsrl(MSR_IA32_PL3_SSP);
}

static inline void do_user_cp_fault(void)
{
	token_t expected = canon_part(current, XFEATURE_CET_USER, CET_USER_SSP);
	token_t ssp;

	ssp = read_user_ssp();
	trap_enables_irqs(AT_CAUSE);
	require(reported_ssp_is_right, ssp == expected);
	cover("SIGSEGV: control protection fault");
	force_sig(SIGSEGV);
}

/* #CP of a task without shadow stack cannot be: nothing else that the kernel enables for user mode raises it. */
on(bool, exception_irqs_off, shadow_stack)(int vector)
{
	if (vector != X86_TRAP_CP)
		return false;
	trap_point(AT_HANDLER);
	WARN_ON_ONCE(!current->shstk);
	do_user_cp_fault();
	return true;
}
