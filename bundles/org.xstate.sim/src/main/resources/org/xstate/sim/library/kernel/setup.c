/*
 * How every run begins: the first task is in user mode on the first CPU, all its components initial and in the registers;
 * the other CPUs are idle; every other task is runnable, was on no CPU yet, and has all its components initial, in
 * memory. A scenario's own setup may change that, with the functions at the end.
 */

/* a new buffer: as zeroed by the allocator, or with bytes of whatever was there before */
knob(fresh_buffers, FRESH_POISONED, FRESH_ZEROED);

/* MXCSR is written by fpstate_init_user() in every buffer: XRSTOR of the standard format loads it whatever XSTATE_BV says */
void poison_component(struct xregs_state *xsave, enum xfeature f)
{
	for (int part = 0; part < nr_parts(f); part++)
		if (!part_is_mxcsr[component_part[component_index[f]] + part])
			write_part((void *)xsave + xstate_offset(xsave, f), f, part, POISON);
}

void fpstate_init(struct fpstate *fpstate)
{
	fpstate->xfeatures = DEFAULT_FEATURES;
	fpstate->user_xfeatures = DEFAULT_FEATURES & XCR0;
	fpstate->xfd = DYNAMIC_FEATURES;
	fpstate->in_use = true;
	fpstate->size = xstate_calculate_size(DEFAULT_FEATURES, COMPACTED_FORMAT);
	init_image(&fpstate->regs, COMPACTED_FORMAT ? DEFAULT_FEATURES : 0);
	if (fresh_buffers == FRESH_POISONED)
		for (int i = 0; i < NR_COMPONENTS; i++)
			if (DEFAULT_FEATURES & component_bit[i])
				poison_component(&fpstate->regs, component_number[i]);
}

setup(tasks_and_buffers)
{
	int fpstate = 0;

	fpstate_init(&init_fpstate);
	init_image(&init_fpstate.regs, COMPACTED_FORMAT ? DEFAULT_FEATURES : 0);
	for (int i = 0; i < NR_TASKS; i++) {
		struct task_struct *tsk = &tasks[i];

		tsk->group_leader = tsk;
		tsk->state = TASK_FORKED;
		tsk->cpu = NO_CPU;
		tsk->thread.fpu.last_cpu = NO_CPU;
		tsk->need_fpu_load = true;
		if (KERNEL_THREADS >> i & 1) {
			tsk->flags = PF_KTHREAD;
			continue;
		}
		tsk->mm = &mms[i];
		mms[i].in_use = true;
		fpstate_init(&fpstates[fpstate]);
		tsk->thread.fpu.__fpstate = &fpstates[fpstate];
		tsk->thread.fpu.fpstate = &fpstates[fpstate];
		fpstate += 1;
	}
}

setup(idle_tasks)
{
	for (int i = 0; i < NR_CPUS; i++) {
		struct task_struct *idle = &tasks[NR_TASKS + i];

		idle->group_leader = idle;
		idle->flags = PF_KTHREAD | PF_IDLE;
		idle->on_cpu = true;
		idle->cpu = cpu(i);
		idle->thread.fpu.last_cpu = NO_CPU;
		per_cpu(idle_task, cpu(i)) = idle;
		per_cpu(current_task, cpu(i)) = idle;
	}
}

/* the task is in user mode on that CPU, which holds its state */
void put_in_user_mode(struct task_struct *tsk, cpu_t cpu)
{
	per_cpu(current_task, cpu)->on_cpu = false;
	per_cpu(current_task, cpu) = tsk;
	per_cpu(fpu_fpregs_owner_ctx, cpu) = &tsk->thread.fpu;
	per_cpu(user_mode, cpu) = true;
	tsk->thread.fpu.last_cpu = cpu;
	tsk->need_fpu_load = false;
	tsk->state = TASK_RUNNING;
	tsk->on_cpu = true;
	tsk->cpu = cpu;
}

setup(first_task)
{
	if (NR_TASKS > 0 && !(KERNEL_THREADS & 1))
		put_in_user_mode(&tasks[0], cpu(0));
}

/* for setups of scenarios: what the task sees in the component, in its buffer only */
void begins_with(struct task_struct *tsk, enum xfeature f, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;

	if (value != INIT) {
		xsave->header.xfeatures |= BIT_ULL(f);
		write_component((void *)xsave + xstate_offset(xsave, f), f, value);
	}
	canon_set(tsk, f, value);
}

/* for setups of scenarios: the same in the registers of the CPU on which it is in user mode */
void begins_live_with(struct task_struct *tsk, cpu_t cpu, enum xfeature f, token_t value)
{
	for (int part = 0; part < nr_parts(f); part++)
		per_cpu(fpregs, cpu).part[component_part[component_index[f]] + part] = value;
	canon_set(tsk, f, value);
}
