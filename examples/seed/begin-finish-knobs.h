/*
 * The pair of begin-finish.c with every decision that the thread discussed as a knob. The defaults are the proposal as it
 * was posted; what differs is that the task is a parameter.
 */

/* "full": the caller overwrites the whole component, no old value is needed */
knob_flag(full, false);

/* how the old value gets into memory if the registers are live */
knob(save, SAVE_PARTIAL_IN_PLACE, SAVE_NONE, SAVE_PARTIAL_ASIDE, SAVE_FULL, SAVE_READ_INSTRUCTION);

/* where XSTATE_BV says "initial", write the initial value into the buffer */
knob(init_fill, FILL_NONE, FILL_BEFORE_SAVE, FILL_AFTER_SAVE);

/* when XSTATE_BV gets the component's bit */
knob(mark, MARK_AT_FINISH, MARK_AT_BEGIN, MARK_NEVER);

/* how the new value gets to the registers; _IF_VALID: only if they are those of the task */
knob(publish, PUBLISH_TIF, PUBLISH_TIF_AT_BEGIN, PUBLISH_XRSTORS, PUBLISH_XRSTORS_IF_VALID, PUBLISH_XRSTORS_CLEAR_TIF,
	PUBLISH_WRITE_INSTRUCTION, PUBLISH_WRITE_IF_VALID);

/* which half of what makes registers valid is taken back */
knob(invalidate, INVALIDATE_NONE, INVALIDATE_OWNER, INVALIDATE_LAST_CPU, INVALIDATE_BOTH);

knob(lock, LOCK_FPREGS, LOCK_NONE, LOCK_IRQS_OFF);

/* whose state is changed */
knob(target, TARGET_CURRENT, TARGET_STOPPED, TARGET_RUNNING);

/* what BUG_ON tests in XCOMP_BV: the number of the component, as posted, or its bit */
knob(bug_check, BUG_CHECK_LITERAL, BUG_CHECK_INTENDED);

/* the debug mode that the thread wished for: the caller changes a copy, which finish copies back to where it was taken from */
knob_flag(bounce, false);

/* combinations that mean nothing, or the same as another one */
setup(combination_has_a_meaning)
{
	/* nothing is saved if the caller overwrites all; another task's registers are out of reach */
	if (full || target != TARGET_CURRENT)
		assume(save == SAVE_PARTIAL_IN_PLACE);
	if (target != TARGET_CURRENT)
		assume(publish == PUBLISH_TIF || publish == PUBLISH_TIF_AT_BEGIN);
	/* the owner is that of the executing CPU */
	if (target != TARGET_CURRENT)
		assume(invalidate == INVALIDATE_NONE || invalidate == INVALIDATE_LAST_CPU);
}

/* for the partial save that leaves the task's buffer alone */
struct xregs_state side_buffer;

/* what the caller is handed if it must not have the task's buffer, and where that was copied from */
struct xregs_state bounce_buffer;
void *changed_at;

void lock_registers(void)
{
	if (lock == LOCK_FPREGS)
		fpregs_lock();
	else if (lock == LOCK_IRQS_OFF)
		local_irq_disable();
}

void unlock_registers(void)
{
	if (lock == LOCK_FPREGS)
		fpregs_unlock();
	else if (lock == LOCK_IRQS_OFF)
		local_irq_enable();
}

void fill_if_init(struct xregs_state *buffer, enum xfeature f, void *addr)
{
	if (!(buffer->header.xfeatures & BIT_ULL(f)))
		write_component(addr, f, INIT);
}

void save_old_value(struct xregs_state *buffer, enum xfeature f, void *addr)
{
	switch (save) {
	case SAVE_NONE:
		break;
	case SAVE_PARTIAL_IN_PLACE:
		xsaves(buffer, BIT_ULL(f));
		break;
	case SAVE_PARTIAL_ASIDE:
		xsaves(&side_buffer, BIT_ULL(f));
		write_component(addr, f, value_in(&side_buffer, f));
		break;
	case SAVE_FULL:
		save_fpregs_to_fpstate(&current->thread.fpu);
		break;
	case SAVE_READ_INSTRUCTION:
		for (int part = 0; part < nr_parts(f); part++)
			write_part(addr, f, part, read_reg(f, part));
		break;
	}
}

void *in_bounce_buffer(enum xfeature f)
{
	return (void *)&bounce_buffer + xfeature_offset(BIT_ULL(f), true, f);
}

void *begin_update(struct task_struct *tsk, enum xfeature f)
{
	struct xregs_state *buffer = &tsk->thread.fpu.fpstate->regs;
	void *addr;

	if (bug_check == BUG_CHECK_LITERAL)
		BUG_ON(!(buffer->header.xcomp_bv & f));
	else
		BUG_ON(!(buffer->header.xcomp_bv & BIT_ULL(f)));
	addr = __raw_xsave_addr(buffer, f);
	lock_registers();
	if (init_fill == FILL_BEFORE_SAVE)
		fill_if_init(buffer, f, addr);
	if (!full && tsk == current && fpregs_live(tsk))
		save_old_value(buffer, f, addr);
	if (publish == PUBLISH_TIF_AT_BEGIN)
		set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
	if (init_fill == FILL_AFTER_SAVE)
		fill_if_init(buffer, f, addr);
	if (mark == MARK_AT_BEGIN)
		buffer->header.xfeatures |= BIT_ULL(f);
	if (!bounce)
		return addr;
	changed_at = addr;
	write_component(in_bounce_buffer(f), f, read_component(addr, f));
	return in_bounce_buffer(f);
}

void write_registers(struct xregs_state *buffer, enum xfeature f)
{
	for (int part = 0; part < nr_parts(f); part++)
		write_reg(f, part, read_part((void *)buffer + xstate_offset(buffer, f), f, part));
	register_written(f);
}

void publish_new_value(struct task_struct *tsk, struct xregs_state *buffer, enum xfeature f)
{
	switch (publish) {
	case PUBLISH_TIF:
		set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
		break;
	case PUBLISH_TIF_AT_BEGIN:
		break;
	case PUBLISH_XRSTORS:
		xrstors(buffer, BIT_ULL(f));
		break;
	case PUBLISH_XRSTORS_IF_VALID:
		if (fpregs_state_valid())
			xrstors(buffer, BIT_ULL(f));
		break;
	case PUBLISH_XRSTORS_CLEAR_TIF:
		xrstors(buffer, BIT_ULL(f));
		clear_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
		break;
	case PUBLISH_WRITE_INSTRUCTION:
		write_registers(buffer, f);
		break;
	case PUBLISH_WRITE_IF_VALID:
		if (fpregs_state_valid())
			write_registers(buffer, f);
		break;
	}
}

void finish_update(struct task_struct *tsk, enum xfeature f)
{
	struct xregs_state *buffer = &tsk->thread.fpu.fpstate->regs;

	if (bounce)
		write_component(changed_at, f, read_component(in_bounce_buffer(f), f));
	if (mark == MARK_AT_FINISH)
		buffer->header.xfeatures |= BIT_ULL(f);
	publish_new_value(tsk, buffer, f);
	if (invalidate == INVALIDATE_OWNER || invalidate == INVALIDATE_BOTH)
		__cpu_invalidate_fpregs_state();
	if (invalidate == INVALIDATE_LAST_CPU || invalidate == INVALIDATE_BOTH)
		__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	unlock_registers();
}

/* the caller: looks at the old value, unless it replaces the whole, and stores the new one */
void update_feature(struct task_struct *tsk, enum xfeature f, token_t value)
{
	void *addr;

	api_begins(tsk, f);
	addr = begin_update(tsk, f);
	if (!full)
		old_value_is_seen(tsk, f, addr);
	write_component(addr, f, value);
	finish_update(tsk, f);
	api_completes(tsk, f, value);
}
