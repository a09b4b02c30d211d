/* Preemption, bottom halves, interrupts; who owns the registers. */

enum tif { TIF_NEED_FPU_LOAD, TIF_SIGPENDING };

void preempt_disable(void)
{
	/* one instruction of the CPU, as are all changes of preempt_count */
	atomic { this_cpu_write(preempt_depth, this_cpu_read(preempt_depth) + 1); }
}

void preempt_enable(void)
{
	atomic { this_cpu_write(preempt_depth, this_cpu_read(preempt_depth) - 1); }
}

void local_bh_disable(void)
{
	atomic { this_cpu_write(softirq_depth, this_cpu_read(softirq_depth) + 1); }
}

/* pending softirqs run before it returns: the softirq interrupt may begin as soon as the count allows it */
void local_bh_enable(void)
{
	atomic { this_cpu_write(softirq_depth, this_cpu_read(softirq_depth) - 1); }
}

void local_irq_disable(void)
{
	this_cpu_write(irqs_off, true);
}

void local_irq_enable(void)
{
	this_cpu_write(irqs_off, false);
}

bool irqs_disabled(void)
{
	return this_cpu_read(irqs_off);
}

int softirq_count(void)
{
	return this_cpu_read(softirq_depth);
}

bool in_hardirq(void)
{
	return this_cpu_read(in_hardirq_context);
}

bool in_nmi(void)
{
	return this_cpu_read(in_nmi_context);
}

bool in_interrupt(void)
{
	return this_cpu_read(softirq_depth) > 0 || this_cpu_read(in_hardirq_context) || this_cpu_read(in_nmi_context);
}

void fpregs_lock(void)
{
	if (preempt_rt)
		preempt_disable();
	else
		local_bh_disable();
}

void fpregs_unlock(void)
{
	if (preempt_rt)
		preempt_enable();
	else
		local_bh_enable();
}

/* nobody else may use this CPU's registers or the bookkeeping of the current task in between */
bool fpregs_are_locked(void)
{
	return this_cpu_read(irqs_off) || this_cpu_read(softirq_depth) > 0 || this_cpu_read(preempt_depth) > 0;
}

bool test_tsk_thread_flag(struct task_struct *tsk, enum tif flag)
{
	return flag == TIF_NEED_FPU_LOAD ? tsk->need_fpu_load : tsk->sigpending;
}

void set_tsk_thread_flag(struct task_struct *tsk, enum tif flag)
{
	if (flag == TIF_NEED_FPU_LOAD)
		tsk->need_fpu_load = true;
	else
		tsk->sigpending = true;
}

void clear_tsk_thread_flag(struct task_struct *tsk, enum tif flag)
{
	if (flag == TIF_NEED_FPU_LOAD)
		tsk->need_fpu_load = false;
	else
		tsk->sigpending = false;
}

bool test_thread_flag(enum tif flag)
{
	return flag == TIF_NEED_FPU_LOAD ? current->need_fpu_load : current->sigpending;
}

void set_thread_flag(enum tif flag)
{
	if (flag == TIF_NEED_FPU_LOAD)
		current->need_fpu_load = true;
	else
		current->sigpending = true;
}

void clear_thread_flag(enum tif flag)
{
	if (flag == TIF_NEED_FPU_LOAD)
		current->need_fpu_load = false;
	else
		current->sigpending = false;
}

/* the registers of this CPU hold the state of current, or hold it too: what a restore can be left out by */
bool fpregs_state_valid(void)
{
	if (this_cpu_read(fpu_fpregs_owner_ctx) != &current->thread.fpu)
		return false;
	return !validity_tests_last_cpu || current->thread.fpu.last_cpu == smp_processor_id();
}

void fpregs_activate(struct fpu *fpu)
{
	this_cpu_write(fpu_fpregs_owner_ctx, fpu);
}

/* what is loaded is the state of current, from now on the only copy that counts */
void fpregs_mark_activate(void)
{
	require(fpu_state_is_locked, !check_fpu_state_is_locked || fpregs_are_locked());
	this_cpu_write(fpu_fpregs_owner_ctx, &current->thread.fpu);
	current->thread.fpu.last_cpu = smp_processor_id();
	clear_thread_flag(TIF_NEED_FPU_LOAD);
}

/* for when this CPU's registers were overwritten */
void __cpu_invalidate_fpregs_state(void)
{
	this_cpu_write(fpu_fpregs_owner_ctx, NULL);
}

/* for when the buffer was written: whatever registers hold is older */
void __fpu_invalidate_fpregs_state(struct fpu *fpu)
{
	fpu->last_cpu = NO_CPU;
}

bool fpregs_live(struct task_struct *tsk)
{
	return !tsk->need_fpu_load;
}

void BUG_ON(bool condition)
{
	require(no_bug, !condition);
}

bool WARN_ON_ONCE(bool condition)
{
	require(no_warning, !check_no_warning || !condition);
	return condition;
}
