/*
 * The entry cases.
 *
 * A is the caller, and the target in all cases but T and Tn, where that is B. Values: V1 is what A has, V3 what an older
 * save left in its buffer, V2 the new one; B1, B2 and B3 likewise for B. Each component has its own V1.
 */
static bool entry_is_live(void)
{
	return entry == ENTRY_L1 || entry == ENTRY_L1s || entry == ENTRY_L0 || entry == ENTRY_L0b;
}

static bool entry_is_valid(void)
{
	return entry == ENTRY_V || entry == ENTRY_V0;
}

static bool entry_is_stale(void)
{
	return entry == ENTRY_S1 || entry == ENTRY_S0;
}

static bool target_is_other(void)
{
	return entry == ENTRY_T || entry == ENTRY_Tn;
}

/* what the caller finds in the component: initial in some of the cases */
static token_t old_value(void)
{
	return entry == ENTRY_L0 || entry == ENTRY_L0b || entry == ENTRY_V0 || entry == ENTRY_S0 ? INIT : V1;
}

static void registers_hold(enum xfeature f, token_t value)
{
	for (int part = 0; part < nr_parts(f); part++)
		per_cpu(fpregs, cpu(0)).part[component_part[component_index[f]] + part] = value;
}

/* what XSAVEOPT and XSAVES may leave out: the buffer was loaded last, and nothing, or all, was changed since */
static void processor_remembers(struct xregs_state *xsave, bool changed)
{
	if (!modified_optimisation)
		return;
	per_cpu(fpregs, cpu(0)).restored_from = xsave;
	per_cpu(fpregs, cpu(0)).restored_xcomp_bv = xsave->header.xcomp_bv;
	per_cpu(fpregs, cpu(0)).restored_compacted = xsave->header.compacted;
	per_cpu(fpregs, cpu(0)).modified = changed ? ALL_COMPONENTS : 0;
}

/* whatever a new task has there by the kernel's policy: initial, and nobody wrote the bytes */
static void buffer_is_initial(struct task_struct *tsk, enum xfeature f)
{
	tsk->thread.fpu.fpstate->regs.header.xfeatures &= ~BIT_ULL(f);
	poison_component(&tsk->thread.fpu.fpstate->regs, f);
}

static void both_components_begin_with(struct task_struct *tsk, token_t value)
{
	begins_with(tsk, UPDATED, value);
	begins_with(tsk, BYSTANDER, value);
}

/* live: the registers are the only truth, what the buffer holds is older */
static void a_is_live(void)
{
	struct task_struct *a = &tasks[0];

	begins_with(a, BYSTANDER, V3);
	if (entry == ENTRY_L1 || entry == ENTRY_L0b)
		begins_with(a, UPDATED, V3);
	begins_live_with(a, cpu(0), BYSTANDER, V1);
	begins_live_with(a, cpu(0), UPDATED, old_value());
	processor_remembers(&a->thread.fpu.fpstate->regs, true);
}

/* TIF_NEED_FPU_LOAD is set, the buffer is the truth; the registers may hold it, too */
static void a_is_in_memory(void)
{
	struct task_struct *a = &tasks[0];

	begins_with(a, BYSTANDER, V1);
	begins_with(a, UPDATED, old_value());
	a->need_fpu_load = true;
	if (entry_is_valid()) {
		registers_hold(BYSTANDER, V1);
		registers_hold(UPDATED, old_value());
		processor_remembers(&a->thread.fpu.fpstate->regs, false);
	}
}

/* a user task whose registers are valid nowhere, all its components in use */
static void is_somewhere_else(struct task_struct *tsk, token_t value)
{
	both_components_begin_with(tsk, value);
	tsk->need_fpu_load = true;
	tsk->thread.fpu.last_cpu = NO_CPU;
}

/* B is stopped; it was the last to use this CPU's registers */
static void b_was_here(void)
{
	struct task_struct *b = &tasks[1];

	both_components_begin_with(b, B1);
	b->thread.fpu.last_cpu = cpu(0);
	if (entry == ENTRY_T) {
		per_cpu(fpu_fpregs_owner_ctx, cpu(0)) = &b->thread.fpu;
		registers_hold(UPDATED, B1);
		registers_hold(BYSTANDER, B1);
		processor_remembers(&b->thread.fpu.fpstate->regs, false);
	}
}

static void registers_belong_to_nobody(void)
{
	per_cpu(fpu_fpregs_owner_ctx, cpu(0)) = NULL;
	registers_hold(UPDATED, KERNEL_FPU);
	registers_hold(BYSTANDER, KERNEL_FPU);
}

/* no task has a place for a component that it has to ask for first */
static bool is_in_every_buffer(enum xfeature f)
{
	return (DEFAULT_FEATURES & BIT_ULL(f)) != 0;
}

/*
 * What a restore leaves out is switched with the task: the register holds what current has, and who is off the CPU has
 * it in its thread. Of the kernel's own components that is PKRU.
 */
static void begin_eagerly(enum xfeature f)
{
	if (fpregs_restore_mask() & BIT_ULL(f))
		return;
	registers_hold(f, canon_of(&tasks[0], f));
	if (f != XFEATURE_PKRU)
		return;
	tasks[0].thread.pkru = canon_of(&tasks[0], f);
	tasks[1].thread.pkru = canon_of(&tasks[1], f);
}

setup(entry_case)
{
	struct task_struct *a = &tasks[0];
	struct task_struct *b = &tasks[1];

	/* the caller is in the kernel; who is on no CPU waits to be woken; threads of the kernel are K alone */
	per_cpu(user_mode, cpu(0)) = false;
	per_cpu(idle_task, cpu(0))->on_cpu = true;
	b->state = target_is_other() ? TASK_TRACED : TASK_INTERRUPTIBLE;
	tasks[2].state = TASK_RUNNING;
	target = target_is_other() ? b : a;
	if (!is_in_every_buffer(UPDATED) || !is_in_every_buffer(BYSTANDER))
		return;
	for (int i = 0; i < 2; i++) {
		buffer_is_initial(&tasks[i], UPDATED);
		buffer_is_initial(&tasks[i], BYSTANDER);
	}
	if (entry_is_live())
		a_is_live();
	else if (!target_is_other())
		a_is_in_memory();
	else
		is_somewhere_else(a, V1);
	if (entry_is_stale() || entry == ENTRY_Tn)
		registers_belong_to_nobody();
	if (target_is_other())
		b_was_here();
	else
		is_somewhere_else(b, B1);
	begin_eagerly(UPDATED);
	begin_eagerly(BYSTANDER);
}

/* what the target is given */
token_t wanted_value(void)
{
	return target == &tasks[0] ? V2 : B2;
}
