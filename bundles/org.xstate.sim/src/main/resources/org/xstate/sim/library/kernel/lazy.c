/*
 * Lazy switching, the default up to 4.5 and gone in 4.9: a program starts with whatever is in the registers and with CR0.TS
 * set; its first instruction that uses them raises #NM, and only then is its state loaded. Instructions that are executed
 * speculatively do not wait for #NM (CVE-2018-3665).
 *
 * Everything else is a kernel of 5.2 and later, whose flag says what that of a lazy kernel said: the state is not in the
 * registers.
 */

DEFINE_PER_CPU(bool, cr0_ts);

/* on the way to user mode, interrupts off */
static inline void prepare_registers_for_user(void)
{
	if (!eager_fpu)
		this_cpu_write(cr0_ts, test_thread_flag(TIF_NEED_FPU_LOAD));
	else if (test_thread_flag(TIF_NEED_FPU_LOAD))
		switch_fpu_return();
}

/* #NM of a program's instruction: CLTS, then the state; interrupts are off meanwhile */
static inline void use_registers(void)
{
	if (eager_fpu || !this_cpu_read(cr0_ts))
		return;
	atomic {
		this_cpu_write(irqs_off, true);
		this_cpu_write(cr0_ts, false);
		fpregs_restore_userregs();
		this_cpu_write(irqs_off, false);
	}
}
