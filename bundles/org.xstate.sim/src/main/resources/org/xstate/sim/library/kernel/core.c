/* Saving and restoring, and the kernel's own use of the registers. */

/* This CPU's IA32_XFD becomes that of the buffer which is about to be restored or saved. */
void xfd_update_state(struct fpstate *fpstate);

/* The components that a full restore of the current task loads. */
u64 fpregs_restore_mask(void)
{
	return ~left_out_of_restore();
}

/* all components that the buffer is for, with the instruction that this kernel uses on this processor */
void os_xsave(struct fpstate *fpstate)
{
	int err;

	if (xsave_instruction == INSN_XSAVES)
		err = insn_xsaves(&fpstate->regs, fpstate->xfeatures);
	else if (xsave_instruction == INSN_XSAVEC)
		err = insn_xsavec(&fpstate->regs, fpstate->xfeatures);
	else if (xsave_instruction == INSN_XSAVEOPT)
		err = insn_xsaveopt(&fpstate->regs, fpstate->xfeatures);
	else
		err = insn_xsave(&fpstate->regs, fpstate->xfeatures);
	require(kernel_save_never_faults, !check_kernel_save_never_faults || err == 0);
}

int os_xrstor_safe(struct fpstate *fpstate, u64 mask)
{
	if (xsave_instruction == INSN_XSAVES)
		return insn_xrstors(&fpstate->regs, mask);
	return insn_xrstor(&fpstate->regs, mask);
}

/* nobody is told of a fault: the exception's handlers see to it that what goes on can */
void os_xrstor(struct fpstate *fpstate, u64 mask)
{
	int err = os_xrstor_safe(fpstate, mask);

	require(kernel_restore_never_faults, !check_kernel_restore_never_faults || err == 0);
	if (err)
		exception_in_kernel(err, EX_FPU_RESTORE);
}

void save_fpregs_to_fpstate(struct fpu *fpu)
{
	os_xsave(fpu->fpstate);
}

/*
 * The mask is not that of the buffer: what the previous owner had and this buffer lacks has to be initialised, or the
 * one's data would be left in the registers of the other.
 */
void restore_fpregs_from_fpstate(struct fpstate *fpstate, u64 mask)
{
	if (restore_clears_x87_pointers)
		write_x87_pointers(KERNEL_INIT);
	xfd_update_state(fpstate);
	os_xrstor(fpstate, KERNEL_FEATURES & mask);
}

/* what current sees in user mode is in the registers afterwards; the caller holds fpregs_lock or has interrupts off */
void fpregs_restore_userregs(void)
{
	require(fpu_state_is_locked, !check_fpu_state_is_locked || fpregs_are_locked());
	if (WARN_ON_ONCE(!has_fpu_state(current)))
		return;
	if (!fpregs_state_valid()) {
		restore_fpregs_from_fpstate(current->thread.fpu.fpstate, fpregs_restore_mask());
		fpregs_activate(&current->thread.fpu);
		current->thread.fpu.last_cpu = smp_processor_id();
	} else {
		cover("owner and last_cpu agree: the registers count as valid, nothing is loaded");
		restore_left_out();
	}
	clear_thread_flag(TIF_NEED_FPU_LOAD);
}

void switch_fpu_return(void)
{
	fpregs_restore_userregs();
}

/* 5.18 and later: a hard interrupt that finds bottom halves off may have hit a user of the registers */
bool irq_fpu_usable(void)
{
	if (irq_fpu_usable_knows_onlining && this_cpu_read(cr4_without_osxsave))
		return false;
	if (!irq_fpu_usable_checks_softirqs)
		return !in_interrupt() || !this_cpu_read(in_kernel_fpu);
	if (in_nmi() || this_cpu_read(in_kernel_fpu))
		return false;
	return !in_hardirq() || softirq_count() == 0;
}

void kernel_fpu_begin(void)
{
	if (!kernel_fpu_locks_fpregs)
		preempt_disable();
	else if (!irqs_disabled())
		fpregs_lock();
	require(kernel_fpu_is_exclusive,
		!check_kernel_fpu_is_exclusive || irq_fpu_usable() && !this_cpu_read(in_kernel_fpu));
	this_cpu_write(in_kernel_fpu, true);
	if (has_fpu_state(current) && !test_thread_flag(TIF_NEED_FPU_LOAD)) {
		set_thread_flag(TIF_NEED_FPU_LOAD);
		save_fpregs_to_fpstate(&current->thread.fpu);
	}
	__cpu_invalidate_fpregs_state();
}

void kernel_fpu_end(void)
{
	this_cpu_write(in_kernel_fpu, false);
	if (!kernel_fpu_locks_fpregs)
		preempt_enable();
	else if (!irqs_disabled())
		fpregs_unlock();
}

/* one component of those that vector code overwrites */
bool clobbered_by_kernel(enum xfeature f)
{
	return kernel_fpu_clobbers == CLOBBER_ALL
		? (fpregs_restore_mask() & BIT_ULL(f)) != 0
		: ((BIT_ULL(XFEATURE_FP) | BIT_ULL(XFEATURE_SSE) | vector_registers()) & BIT_ULL(f)) != 0;
}

/* the kernel's code in the section; one step, since nobody else may use the registers meanwhile, which is claimed */
void use_kernel_fpu(void)
{
	require(kernel_fpu_is_set_up, !this_cpu_read(fpu_is_off));
	require(kernel_fpu_owns_registers, !check_kernel_fpu_owns_registers
		|| this_cpu_read(fpu_fpregs_owner_ctx) == NULL
		&& (!is_user_task(current) || test_thread_flag(TIF_NEED_FPU_LOAD)));
	if (this_cpu_read(cr4_without_osxsave))
		exception_in_kernel(X86_TRAP_UD, EX_NONE);
	atomic {
		for (int i = 0; i < NR_COMPONENTS; i++)
			if (clobbered_by_kernel(component_number[i]))
				set_reg(component_number[i], KERNEL_FPU);
	}
}

void kernel_fpu_section(void)
{
	kernel_fpu_begin();
	use_kernel_fpu();
	kernel_fpu_end();
}

/* memory becomes fresh, the registers stay where the state is: for reading current's own registers out of the buffer */
void fpu_sync_fpstate(void)
{
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD))
		save_fpregs_to_fpstate(&current->thread.fpu);
	fpregs_unlock();
}

void fpregs_assert_state_consistent(void)
{
	if (has_fpu_state(current))
		WARN_ON_ONCE(!test_thread_flag(TIF_NEED_FPU_LOAD) && !fpregs_state_valid());
}

/* 6.6 and later: the registers hold current's state, and go on doing so until fpregs_unlock */
void fpregs_lock_and_load(void)
{
	WARN_ON_ONCE(in_interrupt());
	fpregs_lock();
	fpregs_assert_state_consistent();
	if (test_thread_flag(TIF_NEED_FPU_LOAD))
		fpregs_restore_userregs();
}
