/* The frame around the handlers of exceptions: from the gate to the instruction behind, or to the same again. */

void trap_point(int point)
{
	if (irqs_on_at != BY_HANDLER && point == irqs_on_at)
		local_irq_enable();
	if (fpu_used_at != FPU_NOT_USED && point == fpu_used_at)
		kernel_fpu_section();
}

void trap_enables_irqs(int point)
{
	if (irqs_on_at == BY_HANDLER)
		local_irq_enable();
	trap_point(point);
}

/* Before a handler does what an interrupt must not come in between. */
void trap_needs_irqs_off(void)
{
	if (check_kernel_state && check_trap_assumptions)
		require(trap_finds_irqs_off, irqs_disabled());
}

/* What may wait for something that another task has to do first: memory, a page, a lock. */
void might_sleep(void)
{
	require(no_sleep_while_locked, !check_no_sleep_while_locked
		|| !irqs_disabled() && this_cpu_read(softirq_depth) == 0 && this_cpu_read(preempt_depth) == 0);
}

/* Before a handler reads or writes registers of current: not in memory, not another task's, not the kernel's. */
void trap_needs_live_registers(void)
{
	if (check_kernel_state && check_trap_assumptions)
		atomic { require(trap_finds_registers_live, fpregs_live(current) && fpregs_state_valid()); }
}

/* Nobody knows what to do. #NM that is not about XFD cannot be, the kernel never sets CR0.TS. */
static void unknown_exception(int vector)
{
	require(no_oops, !check_no_oops || vector != X86_TRAP_NM);
	force_sig(SIGSEGV);
}

/*
 * The kernel's part of an exception that came from user mode: the instruction that raised it has called
 * enter_kernel_irqs_off(). Returns whether the instruction is to be tried again; if not, signal_of() says why.
 */
bool handle_exception(int vector)
{
	force_sig(SIG_NONE);
	trap_point(AT_GATE);
	if (!exception_irqs_off(vector)) {
		local_irq_enable();
		if (!exception_irqs_on(vector))
			unknown_exception(vector);
	}
	trap_point(AT_EXIT);
	local_irq_disable();
	exit_to_user_mode();
	return signal_of(current) == SIG_NONE;
}

bool exc_invalid_op(void)
{
	return handle_exception(X86_TRAP_UD);
}

bool exc_device_not_available(void)
{
	return handle_exception(X86_TRAP_NM);
}

bool exc_general_protection(void)
{
	return handle_exception(X86_TRAP_GP);
}

bool exc_page_fault(void)
{
	return handle_exception(X86_TRAP_PF);
}

bool exc_control_protection(void)
{
	return handle_exception(X86_TRAP_CP);
}

/*
 * With interrupts off up to the fix-up, and whoever restores registers keeps others from them: nobody sees the parts of
 * it, so it is one step.
 */
int exception_in_kernel(int vector, enum extable_type type)
{
	bool mended;

	atomic {
		mended = fixup_exception(vector, type);
		require(no_oops, !check_no_oops || mended);
	}
	return type == EX_FAULT ? fixup_ax(vector) : 0;
}

/* The vector is one of those that an instruction on extended registers raises. */
static bool exception_of_fpu(int vector)
{
	if (vector == X86_TRAP_UD)
		return exc_invalid_op();
	if (vector == X86_TRAP_NM)
		return exc_device_not_available();
	return exc_general_protection();
}

/*
 * User mode: an instruction that uses f. False if the program does not survive it.
 */
bool user_use(enum xfeature f)
{
	bool again = true;
	int vector;

	while (again) {
		atomic {
			require(programs_run_in_user_mode, this_cpu_read(user_mode));
			vector = insn_use(f);
			if (vector != 0)
				enter_kernel_irqs_off();
		}
		if (vector == 0)
			return true;
		again = exception_of_fpu(vector);
	}
	return false;
}

/* What the program has loaded is what it has to see. */
static void canon_from_image(struct xregs_state *from, u64 rfbm)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (rfbm & XCR0 & component_bit[i])
			for (int part = 0; part < nr_parts(component_number[i]); part++)
				canon_set_part(current, component_number[i], part,
					       uabi_part(from, component_number[i], part));
}

/*
 * User mode: XRSTOR of the program's own. It may fault as often as it is tried again. False if the program does not
 * survive it.
 */
bool user_xrstor(struct xregs_state *from, u64 rfbm)
{
	int tries = 0;
	bool again = true;
	int vector;

	while (again) {
		atomic {
			require(programs_run_in_user_mode, this_cpu_read(user_mode));
			vector = insn_xrstor(from, rfbm);
			if (vector == 0)
				canon_from_image(from, rfbm);
			else
				enter_kernel_irqs_off();
		}
		if (vector == 0)
			return true;
		again = exception_of_fpu(vector);
		tries += 1;
		require(trap_retry_ends, !again || tries < 3);
	}
	return false;
}
