/*
 * #NM: an instruction uses a component that IA32_XFD disarms for this task (5.16).
 *
 * Why, says IA32_XFD_ERR, a register of the CPU and not of the task: it is read and cleared before interrupts go on, or
 * the next #NM on this CPU answers for it. The larger buffer is allocated, which may sleep, so interrupts have to be on
 * by then. The permission was given, or not, by arch_prctl() long before.
 */

/* the handler clears IA32_XFD_ERR: without it the next #NM, whatever its reason, is about this component, too */
knob_flag(xfd_err_cleared, true);

/* Why the program does not survive it. */
static inline void xfd_signal(int error)
{
	if (error == -EPERM) {
		cover("SIGILL: no permission for the component");
		force_sig(SIGILL);
	} else if (error == -EFAULT) {
		cover("SIGSEGV: no memory for the larger buffer");
		force_sig(SIGSEGV);
	}
}

static inline bool handle_xfd_event(void)
{
	u64 xfd_err = read_xfd_err();

	/* the kernel keeps CR0.TS clear: every #NM is about XFD */
	if (check_kernel_state && check_trap_assumptions)
		require(trap_finds_own_cause, xfd_err != 0);
	if (xfd_err == 0)
		return false;
	trap_point(AT_CAUSE);
	if (xfd_err_cleared)
		write_xfd_err(0);
	trap_enables_irqs(AT_CHANGE);
	xfd_signal(xfd_enable_feature());
	trap_point(AT_CHANGED);
	local_irq_disable();
	return true;
}

on(bool, exception_irqs_off, xfd)(int vector)
{
	if (vector != X86_TRAP_NM)
		return false;
	trap_point(AT_HANDLER);
	return handle_xfd_event();
}

/* A restore in the kernel loads what IA32_XFD disarms: the kernel's own mistake. Nobody looks for a fix-up. */
on(bool, fixup_exception, xfd)(int vector, enum extable_type type)
{
	if (vector == X86_TRAP_NM && read_xfd_err() != 0) {
		write_xfd_err(0);
		WARN_ON_ONCE(true);
	}
	return false;
}

knob_flag(check_xfd_err_is_clear, true);

static bool host_xfd_err_is_clear(cpu_t cpu)
{
	return !cpu_is_settled(cpu) || !XFEATURES_XFD || per_cpu(fpregs, cpu).xfd_err == 0;
}

/* What KVM relies on when it enters a guest, and reads the guest's IA32_XFD_ERR after it */
property(xfd_err_is_clear, "IA32_XFD_ERR is 0 wherever another task, or a guest, may come")
{
	return !check_kernel_state || !check_xfd_err_is_clear || forall(cpu, cpus, host_xfd_err_is_clear(cpu));
}
