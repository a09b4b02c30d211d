/* Which task runs where. */

range(0, MIGRATIONS) migrations_left = MIGRATIONS;

/* what a scenario's continuations(...) lists: what may happen between a call and the return to user mode */
enum continuation { CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD };

enum pick { PICK_ANY, PICK_USER_TASK, PICK_KERNEL_THREAD };

bool is_idle(struct task_struct *tsk)
{
	return tsk->flags & PF_IDLE;
}

bool would_migrate(struct task_struct *tsk)
{
	return NR_CPUS > 1 && !is_idle(tsk) && tsk->cpu != NO_CPU && tsk->cpu != smp_processor_id();
}

bool can_run_here(struct task_struct *tsk)
{
	if (tsk->on_cpu || tsk->state != TASK_RUNNING && tsk->state != TASK_FORKED)
		return false;
	if (is_idle(tsk))
		return tsk == this_cpu_read(idle_task);
	return endless_migrations || !would_migrate(tsk) || migrations_left;
}

bool is_picked(struct task_struct *tsk, enum pick pick)
{
	return pick == PICK_ANY || is_user_task(tsk) == (pick == PICK_USER_TASK);
}

/* before 6.16 in two parts, before and after the switch; interrupts are off from the one to the other */
void switch_fpu_prepare(void)
{
	if (has_fpu_state(current) && !test_thread_flag(TIF_NEED_FPU_LOAD)) {
		if (switch_sets_flag_of_prev)
			set_thread_flag(TIF_NEED_FPU_LOAD);
		save_fpregs_to_fpstate(&current->thread.fpu);
		/* the registers stay as they are: valid for it until somebody else uses them */
		current->thread.fpu.last_cpu = smp_processor_id();
	}
}

/* current is the next task by now */
void switch_fpu_finish(void)
{
	if (!switch_sets_flag_of_prev && has_fpu_state(current))
		set_thread_flag(TIF_NEED_FPU_LOAD);
	switched_in();
}

/* the first return to user mode of a task that clone made; nothing of its state can be anywhere but in memory */
void ret_from_fork(void)
{
	current->state = TASK_RUNNING;
	if (is_user_task(current)) {
		prepare_registers_for_user();
		this_cpu_write(user_mode, true);
	}
}

/*
 * Interrupts are off from before the switch to after it, and no NMI uses the registers: nobody could tell the parts of
 * the switch apart, so it is one step.
 *
 * The idle task stands for every thread of the kernel that does not touch the FPU; so it may be picked although
 * somebody else could run.
 */
void context_switch(enum pick pick)
{
	struct task_struct *prev = current;
	struct task_struct *next = choose_from(tasks);

	require(no_sleep_while_locked, !check_no_sleep_while_locked
		|| this_cpu_read(softirq_depth) == 0 && this_cpu_read(preempt_depth) == 0);
	assume(next != prev && can_run_here(next) && is_picked(next, pick));
	if (!endless_migrations && would_migrate(next)) {
		migrations_left -= 1;
		if (migrations_left == 0)
			cover("bound: migrations");
	}
	this_cpu_write(irqs_off, true);
	switch_fpu_prepare();
	switch_to(next);
	this_cpu_write(current_task, next);
	switch_fpu_finish();
	prev->on_cpu = false;
	next->on_cpu = true;
	if (NR_CPUS > 1 && !is_idle(next))
		next->cpu = smp_processor_id();
	if (next->state == TASK_FORKED)
		ret_from_fork();
	this_cpu_write(irqs_off, false);
}

/* the task that leaves stands at the end until it is picked again, here or elsewhere */
void switch_to_other(enum pick pick)
{
	atomic { context_switch(pick); }
	interleave();
}

void schedule(void)
{
	switch_to_other(PICK_ANY);
}

void set_current_state(enum task_state state)
{
	current->state = state;
}

void wake_up_process(struct task_struct *tsk)
{
	tsk->state = TASK_RUNNING;
}

void wake_up_new_task(struct task_struct *tsk)
{
	tsk->state = TASK_FORKED;
}

bool task_running(struct task_struct *tsk)
{
	return tsk->on_cpu;
}

/* between a call and the return to user mode, in the name of current */
void continuation(void)
{
	enum continuation what = choose(CONT_NONE, CONT_SWITCH_KTHREAD);

	assume(CONTINUATIONS >> what & 1);
	switch (what) {
	case CONT_NONE:
		break;
	case CONT_KERNEL_FPU:
		kernel_fpu_section();
		break;
	case CONT_SWITCH:
		switch_to_other(PICK_USER_TASK);
		break;
	case CONT_SWITCH_KTHREAD:
		switch_to_other(PICK_KERNEL_THREAD);
		break;
	}
}

bool may_be_preempted(void)
{
	if (is_idle(current))
		return true;
	if (preemption == PREEMPT_NEVER || this_cpu_read(irqs_off))
		return false;
	if (this_cpu_read(user_mode))
		return true;
	return preemption == PREEMPT_FULL && this_cpu_read(preempt_depth) == 0 && this_cpu_read(softirq_depth) == 0;
}

/*
 * The end of an interrupt that asks for another task; after it, what was interrupted goes on. Another interrupt that came
 * between the entry and the switch would change nothing that it would not change before the entry.
 */
interrupt(preempt, 0, may_be_preempted())
{
	bool from_user;

	atomic {
		from_user = this_cpu_read(user_mode);
		this_cpu_write(user_mode, false);
		context_switch(PICK_ANY);
	}
	interleave();
	if (from_user)
		exit_to_user_mode();
}
