/*
 * What has to hold in every state. What user space can see comes first: of several properties that one state violates
 * the first is reported. The sentences say what a kernel developer would see; the numbers are those of
 * docs/kernel-model.md.
 */

knob_flag(check_nothing_leaks_into_user_mode, true);
/* differs from the last one only where CR0.TS is used */
knob_flag(check_nothing_leaks_to_speculation, false);
knob_flag(check_update_is_kept, true);
knob_flag(check_state_is_kept, true);
knob_flag(check_user_mode_means_live, true);
knob_flag(check_live_means_owner, true);
knob_flag(check_live_registers_hold_state, true);
knob_flag(check_flag_means_memory, true);
knob_flag(check_valid_registers_equal_memory, true);
knob_flag(check_valid_on_one_cpu, true);
knob_flag(check_switched_out_is_saved, true);
knob_flag(check_header_is_valid, true);
knob_flag(check_init_image_is_untouched, true);
knob_flag(check_kernel_threads_own_nothing, true);

/* no critical section is open on that CPU, and no interrupt is being served */
bool cpu_is_settled(cpu_t cpu)
{
	return !per_cpu(irqs_off, cpu) && per_cpu(softirq_depth, cpu) == 0 && per_cpu(preempt_depth, cpu) == 0
		&& !per_cpu(in_kernel_fpu, cpu);
}

bool runs_on(struct task_struct *tsk, cpu_t cpu)
{
	return per_cpu(current_task, cpu) == tsk;
}

bool is_settled(struct task_struct *tsk)
{
	return forall(cpu, cpus, !runs_on(tsk, cpu) || cpu_is_settled(cpu));
}

bool in_user_mode(struct task_struct *tsk, cpu_t cpu)
{
	return runs_on(tsk, cpu) && per_cpu(user_mode, cpu);
}

bool valid_on(struct task_struct *tsk, cpu_t cpu)
{
	return per_cpu(fpu_fpregs_owner_ctx, cpu) == &tsk->thread.fpu
		&& (!validity_tests_last_cpu || tsk->thread.fpu.last_cpu == cpu);
}

/* tasks that have a state of user space that anybody could miss */
bool has_user_state(struct task_struct *tsk)
{
	return is_user_task(tsk) && tsk->state != TASK_NEW && tsk->state != TASK_DEAD;
}

/* components that the flag and the buffer are about */
bool is_switched_with_buffer(struct task_struct *tsk, enum xfeature f)
{
	return !(left_out_of_restore() & BIT_ULL(f))
		&& (tsk->thread.fpu.fpstate->xfeatures & BIT_ULL(f)) != 0;
}

bool is_first_tasks_value(token_t value)
{
	return value == V1 || value == V2 || value == V3;
}

bool is_other_tasks_value(token_t value)
{
	return value == B1 || value == B2 || value == B3;
}

/* a value that the task neither wrote nor inherited nor was given */
bool is_foreign(struct task_struct *tsk, token_t value)
{
	bool inherited = false;

	if (value == KERNEL_FPU || value == POISON || value == TORN)
		return true;
	if (tsk == &tasks[0])
		return is_other_tasks_value(value);
	for (int part = 0; part < NR_PARTS; part++)
		if (is_first_tasks_value(canon[task_number(tsk)][part]))
			inherited = true;
	return is_first_tasks_value(value) && !inherited;
}

enum about { ABOUT_FOREIGN, ABOUT_CALLS, ABOUT_OWN, ABOUT_SPECULATION };

/* the registers of a CPU in user mode, those components that the question is about */
bool user_sees(cpu_t cpu, enum about about)
{
	struct task_struct *tsk = per_cpu(current_task, cpu);
	enum xfeature f;
	token_t expected;
	token_t found;

	if (!per_cpu(user_mode, cpu) || !has_user_state(tsk) || per_cpu(cr0_ts, cpu) && about != ABOUT_SPECULATION)
		return true;
	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (is_pending(tsk, f) || (tsk->thread.fpu.fpstate->xfd & component_bit[i]))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = canon_part(tsk, f, part);
			found = reg_of(cpu, f, part);
			if (found == expected)
				continue;
			if ((about == ABOUT_FOREIGN || about == ABOUT_SPECULATION) && is_foreign(tsk, found))
				return false;
			if (about == ABOUT_CALLS && set_by_call[task_number(tsk)][i])
				return false;
			if (about == ABOUT_OWN && !set_by_call[task_number(tsk)][i])
				return false;
		}
	}
	return true;
}

/* I7 */
property(nothing_leaks_into_user_mode, "no task sees in user mode what belongs to another task or to the kernel")
{
	return !check_nothing_leaks_into_user_mode || forall(cpu, cpus, user_sees(cpu, ABOUT_FOREIGN));
}

/* I7, for what is executed before it is known whether it may be: CR0.TS does not hold it back */
property(nothing_leaks_to_speculation, "no register of a CPU in user mode holds what belongs to another task")
{
	return !check_nothing_leaks_to_speculation || forall(cpu, cpus, user_sees(cpu, ABOUT_SPECULATION));
}

/* I6 */
property(update_is_kept, "what a completed call has set is what the task sees at its next instruction in user mode")
{
	return !check_update_is_kept || forall(cpu, cpus, user_sees(cpu, ABOUT_CALLS));
}

/* I6, I25: what nobody changed is as the task left it */
property(state_is_kept, "what a task left in its registers is what it sees at its next instruction in user mode")
{
	return !check_state_is_kept || forall(cpu, cpus, user_sees(cpu, ABOUT_OWN));
}

bool flag_in_user_mode(cpu_t cpu)
{
	struct task_struct *tsk = per_cpu(current_task, cpu);

	return per_cpu(user_mode, cpu) && has_user_state(tsk) && tsk->need_fpu_load;
}

/* what the return to user mode has to bring about */
property(user_mode_means_live, "no task is in user mode with its TIF_NEED_FPU_LOAD set")
{
	return !check_kernel_state || !check_user_mode_means_live || forall(cpu, cpus, !flag_in_user_mode(cpu));
}

bool owner_if_live(cpu_t cpu)
{
	struct task_struct *tsk = per_cpu(current_task, cpu);

	if (!cpu_is_settled(cpu) || !has_user_state(tsk) || tsk->need_fpu_load)
		return true;
	return valid_on(tsk, cpu);
}

/* I1, first half */
property(live_means_owner, "a running task whose TIF_NEED_FPU_LOAD is clear owns the registers of its CPU")
{
	return !check_kernel_state || !check_live_means_owner || forall(cpu, cpus, owner_if_live(cpu));
}

bool registers_if_live(cpu_t cpu)
{
	struct task_struct *tsk = per_cpu(current_task, cpu);
	enum xfeature f;
	token_t expected;
	token_t found;

	if (!cpu_is_settled(cpu) || !has_user_state(tsk) || tsk->need_fpu_load)
		return true;
	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (is_pending(tsk, f) || !is_switched_with_buffer(tsk, f))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = canon_part(tsk, f, part);
			found = reg_of(cpu, f, part);
			if (found != expected)
				return false;
		}
	}
	return true;
}

/* I1, second half */
property(live_registers_hold_state, "while TIF_NEED_FPU_LOAD is clear the registers hold what the task has to see")
{
	return !check_kernel_state || !check_live_registers_hold_state || forall(cpu, cpus, registers_if_live(cpu));
}

/* one part of what the task's buffer holds */
token_t memory_part(struct task_struct *tsk, enum xfeature f, int part)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;

	if (!(xsave->header.xfeatures & BIT_ULL(f)))
		return INIT;
	return read_part((void *)xsave + xstate_offset(xsave, f), f, part);
}

bool memory_holds_state(struct task_struct *tsk)
{
	enum xfeature f;
	token_t expected;
	token_t found;

	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (is_pending(tsk, f) || !is_switched_with_buffer(tsk, f))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = canon_part(tsk, f, part);
			found = memory_part(tsk, f, part);
			if (found != expected)
				return false;
		}
	}
	return true;
}

/* I2 */
property(flag_means_memory, "while TIF_NEED_FPU_LOAD is set the buffer holds what the task has to see")
{
	return !check_kernel_state || !check_flag_means_memory
		|| forall(tsk, tasks, !has_user_state(tsk) || !tsk->need_fpu_load || !is_settled(tsk)
			|| memory_holds_state(tsk));
}

bool registers_equal_memory(struct task_struct *tsk, cpu_t cpu)
{
	enum xfeature f;
	token_t expected;
	token_t found;

	if (!valid_on(tsk, cpu) || per_cpu(in_kernel_fpu, cpu) || !cpu_is_settled(cpu))
		return true;
	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (is_pending(tsk, f) || !is_switched_with_buffer(tsk, f))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = memory_part(tsk, f, part);
			found = reg_of(cpu, f, part);
			if (found != expected)
				return false;
		}
	}
	return true;
}

/* I3 */
property(valid_registers_equal_memory, "registers that count as valid for a task equal its buffer while the flag is set")
{
	return !check_kernel_state || !check_valid_registers_equal_memory
		|| forall(tsk, tasks, !has_user_state(tsk) || !tsk->need_fpu_load || !is_settled(tsk)
			|| forall(cpu, cpus, registers_equal_memory(tsk, cpu)));
}

/* I4 */
property(valid_on_one_cpu, "the registers of at most one CPU are valid for a task")
{
	return !check_kernel_state || !check_valid_on_one_cpu
		|| forall(tsk, tasks, forall(cpu, cpus, !valid_on(tsk, cpu)
			|| forall(other, cpus, other == cpu || !valid_on(tsk, other))));
}

/* I5; before 6.16 the flag is set when the task is switched in */
property(switched_out_is_saved, "a task that runs nowhere has its state in memory, and from 6.16 on its flag is set")
{
	return !check_kernel_state || !check_switched_out_is_saved
		|| forall(tsk, tasks, !has_user_state(tsk) || tsk->on_cpu
			|| memory_holds_state(tsk) && (tsk->need_fpu_load || !switch_sets_flag_of_prev));
}

bool header_is_right(struct fpstate *fpstate)
{
	if (!fpstate->in_use)
		return true;
	if (fpstate->regs.header.compacted != (COMPACTED_FORMAT != 0))
		return false;
	if (fpstate->regs.header.reserved || (fpstate->regs.header.xcomp_bv & ~KERNEL_FEATURES) != 0)
		return false;
	if (!fpstate->regs.header.compacted)
		return fpstate->regs.header.xcomp_bv == 0;
	return (fpstate->regs.header.xfeatures & ~fpstate->regs.header.xcomp_bv) == 0;
}

/* I11; while a call is between its beginning and its completion a header may be on its way */
property(header_is_valid, "the header of every buffer is one that a restore accepts, in the format of the kernel")
{
	return !check_kernel_state || !check_header_is_valid
		|| forall(fpstate, fpstates, header_is_right(fpstate));
}

/* I20 */
property(init_image_is_untouched, "init_fpstate is never written after boot")
{
	return !check_kernel_state || !check_init_image_is_untouched || init_fpstate.regs.header.xfeatures == 0;
}

/* I23 */
property(kernel_threads_own_nothing, "a thread of the kernel never owns the registers of a CPU")
{
	return !check_kernel_state || !check_kernel_threads_own_nothing
		|| forall(tsk, tasks, is_user_task(tsk)
			|| forall(cpu, cpus, per_cpu(fpu_fpregs_owner_ctx, cpu) != &tsk->thread.fpu));
}
