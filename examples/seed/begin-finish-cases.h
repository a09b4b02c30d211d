/*
 * The cases in which the pair of begin-finish-knobs.h is judged one by one: where the call finds the state of its task,
 * and what comes between its return and the next instruction of that task. PASID is changed, AVX must not suffer.
 *
 * V1 is what the first task has, V3 what an older save left in its buffer, V2 the new value; B1, B2, B3 of the second.
 */
#include "begin-finish-knobs.h"

/*
 * L: live; V: the flag is set, the registers are valid all the same; S: the registers are stale; T: the target is the
 * second task, stopped, its registers still valid here; Tn: not valid any more. 0: PASID is in its initial configuration.
 * L1s: the buffer says that it is; L0b: it says that it is not.
 */
knob(entry, ENTRY_L1, ENTRY_L1s, ENTRY_L0, ENTRY_L0b, ENTRY_V, ENTRY_V0, ENTRY_S1, ENTRY_S0, ENTRY_T, ENTRY_Tn, ENTRY_T0);

/* nothing; a kernel FPU section; another task, which uses both components; a thread of the kernel, which does not */
knob(then, THEN_ret, THEN_kf, THEN_sw, THEN_swk);

bool finds_it_live(void)
{
	return entry == ENTRY_L1 || entry == ENTRY_L1s || entry == ENTRY_L0 || entry == ENTRY_L0b;
}

bool finds_it_stale(void)
{
	return entry == ENTRY_S1 || entry == ENTRY_S0 || entry == ENTRY_Tn;
}

bool is_about_another_task(void)
{
	return entry == ENTRY_T || entry == ENTRY_Tn || entry == ENTRY_T0;
}

token_t pasid_of_the_caller(void)
{
	return entry == ENTRY_L0 || entry == ENTRY_L0b || entry == ENTRY_V0 || entry == ENTRY_S0 ? INIT : V1;
}

token_t pasid_of_the_other(void)
{
	return entry == ENTRY_T0 ? INIT : B1;
}

/* whoever's they are */
static void registers_hold(token_t avx, token_t pasid)
{
	for (int part = 0; part < nr_parts(XFEATURE_AVX); part++)
		per_cpu(fpregs, cpu(0)).part[component_part[component_index[XFEATURE_AVX]] + part] = avx;
	for (int part = 0; part < nr_parts(XFEATURE_PASID); part++)
		per_cpu(fpregs, cpu(0)).part[component_part[component_index[XFEATURE_PASID]] + part] = pasid;
}

static void memory_holds(struct task_struct *tsk, token_t avx, token_t pasid)
{
	begins_with(tsk, XFEATURE_AVX, avx);
	begins_with(tsk, XFEATURE_PASID, pasid);
	tsk->need_fpu_load = true;
}

static void the_caller_is_live(void)
{
	struct task_struct *a = &tasks[0];

	begins_with(a, XFEATURE_AVX, V3);
	if (entry == ENTRY_L1 || entry == ENTRY_L0b)
		begins_with(a, XFEATURE_PASID, V3);
	begins_live_with(a, cpu(0), XFEATURE_AVX, V1);
	begins_live_with(a, cpu(0), XFEATURE_PASID, pasid_of_the_caller());
}

static void the_target_was_stopped_here(void)
{
	tasks[0].thread.fpu.last_cpu = NO_CPU;
	tasks[1].thread.fpu.last_cpu = cpu(0);
	per_cpu(fpu_fpregs_owner_ctx, cpu(0)) = &tasks[1].thread.fpu;
	registers_hold(B1, pasid_of_the_other());
}

/* the caller is in the kernel, the other task waits to be woken */
void begins_in_entry_case(void)
{
	assume(is_about_another_task() == (target == TARGET_STOPPED));
	per_cpu(user_mode, cpu(0)) = false;
	memory_holds(&tasks[1], B1, pasid_of_the_other());
	tasks[1].state = is_about_another_task() ? TASK_TRACED : TASK_INTERRUPTIBLE;
	if (finds_it_live()) {
		the_caller_is_live();
		return;
	}
	memory_holds(&tasks[0], V1, pasid_of_the_caller());
	if (is_about_another_task())
		the_target_was_stopped_here();
	else
		registers_hold(V1, pasid_of_the_caller());
	if (finds_it_stale()) {
		per_cpu(fpu_fpregs_owner_ctx, cpu(0)) = NULL;
		registers_hold(KERNEL_FPU, KERNEL_FPU);
	}
}

static void program_writes(token_t value)
{
	user_write(XFEATURE_AVX, value);
	user_write(XFEATURE_PASID, value);
}

/* between the call and the return to user mode, in the name of the caller */
static void before_the_return(void)
{
	if (then == THEN_kf)
		kernel_fpu_section();
	if (then == THEN_sw && is_about_another_task()) {
		exit_to_user_mode();
		program_writes(V3);
		enter_kernel();
	}
	if (then == THEN_sw || is_about_another_task())
		wake_up_process(&tasks[1]);
	if (is_about_another_task())
		set_current_state(TASK_INTERRUPTIBLE);
	if (then == THEN_swk)
		switch_to_other(PICK_KERNEL_THREAD);
	else if (then == THEN_sw || is_about_another_task())
		switch_to_other(PICK_USER_TASK);
}

/* the first task's text; what it finds in user mode is its last instruction */
void caller_in_entry_case(void)
{
	if (is_about_another_task())
		update_feature(&tasks[1], XFEATURE_PASID, B2);
	else
		update_feature(current, XFEATURE_PASID, V2);
	before_the_return();
	exit_to_user_mode();
}

/* the second task's: the target, or who comes in between */
void other_in_entry_case(void)
{
	exit_to_user_mode();
	if (is_about_another_task())
		return;
	program_writes(B3);
	enter_kernel();
	set_current_state(TASK_INTERRUPTIBLE);
	switch_to_other(PICK_USER_TASK);
}

/*
 * What is executed from the call to the next instruction of the target, by whomever. "Full" covers the mask with which
 * the kernel saves or restores a task, everything else is partial. A register counts if the kernel writes it.
 */
ghost range(0, 60) xsave_full;
ghost range(0, 60) xsave_partial;
ghost range(0, 60) xrstor_full;
ghost range(0, 60) xrstor_partial;
ghost range(0, 60) register_write;

void count_save(u64 rfbm)
{
	if ((DEFAULT_FEATURES & ~rfbm) == 0)
		xsave_full += 1;
	else
		xsave_partial += 1;
}

void count_restore(u64 rfbm)
{
	if ((DEFAULT_FEATURES & fpregs_restore_mask() & ~rfbm) == 0)
		xrstor_full += 1;
	else
		xrstor_partial += 1;
}
