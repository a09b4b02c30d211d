/*
 * What a program leaves behind when it is replaced by another, or ends.
 */

/*
 * 1f69383b203e, 6.6: the task's last_cpu is invalidated, not the owner of the CPU that exec happens to run
 * on. The owner of another CPU may still be this task, and last_cpu may name that CPU.
 */
knob_flag(exec_invalidates_task, kernel_version() >= KERNEL_VERSION(6, 6, 0));
/*
 * b22cbe404a9c, 4.9: the buffer becomes initial, too, so that a tracer at the exec stop does not see the old
 * program
 */
knob_flag(exec_resets_memory, true);

/*
 * fpu_reset_fpregs(), from 6.16 on fpu_reset_fpstate_regs(): only memory, the registers follow on the way to
 * user mode.
 */
static inline void fpu_reset_fpstate_regs(void)
{
	fpregs_lock();
	if (exec_invalidates_task)
		__fpu_invalidate_fpregs_state(&current->thread.fpu);
	else
		__cpu_invalidate_fpregs_state();
	if (exec_resets_memory)
		init_image(&current->thread.fpu.fpstate->regs,
			COMPACTED_FORMAT ? current->thread.fpu.fpstate->xfeatures : 0);
	set_thread_flag(TIF_NEED_FPU_LOAD);
	flush_thread();
	fpregs_unlock();
}

/* The task's own, smaller buffer is its buffer again, with the features that nobody has to ask for. */
static inline void fpstate_reset(struct task_struct *tsk)
{
	tsk->thread.fpu.fpstate = tsk->thread.fpu.__fpstate;
	tsk->thread.fpu.perm = 0;
}

/* exec: initial by the kernel's policy, but for what a new program keeps. */
void fpu_flush_thread(void)
{
	struct fpstate *old = current->thread.fpu.fpstate;

	exec_begins();
	api_begins_mask(current, ENABLED_FEATURES & RESET_BY_EXEC);
	fpstate_reset(current);
	fpu_reset_fpstate_regs();
	if (old != current->thread.fpu.__fpstate)
		free_fpstate(old);
	atomic {
		canon_init(current, ENABLED_FEATURES & RESET_BY_EXEC);
		exec_done();
		api_ends_mask(current, ENABLED_FEATURES & RESET_BY_EXEC);
	}
}

/* exec as a whole, as far as extended state goes: the address space is a new one. */
void begin_new_exec(void)
{
	atomic {
		exec_mm();
	}
	fpu_flush_thread();
}

/* exit: the registers are nobody's. */
void fpu__drop(void)
{
	preempt_disable();
	__cpu_invalidate_fpregs_state();
	preempt_enable();
}
