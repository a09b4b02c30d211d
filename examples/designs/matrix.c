/* One design in the standard harness: its entry case and continuation are knobs. xstate designs does it with all designs. */
#include "1a.c"

/* a program uses both components */
static void program_writes(token_t value)
{
	user_write(UPDATED, value);
	user_write(BYSTANDER, value);
}

static void call(void)
{
	token_t value = wanted_value();

	require(serves_components_in_every_buffer, is_in_every_buffer(UPDATED) && is_in_every_buffer(BYSTANDER));
	api_begins(target, UPDATED);
	update_component(target, UPDATED, value);
	api_completes(target, UPDATED, value);
}

/* what comes between the call and the return to user mode, in the name of the caller */
static void before_the_return(void)
{
	if (then == THEN_kf)
		kernel_fpu_section();
	if (then == THEN_sw && target_is_other()) {
		exit_to_user_mode();
		program_writes(V3);
		enter_kernel();
		interleave();
	}
	if (then == THEN_sw || target_is_other())
		wake_up_process(&tasks[1]);
	if (target_is_other())
		set_current_state(TASK_INTERRUPTIBLE);
	if (then == THEN_swk)
		switch_to_other(PICK_KERNEL_THREAD);
	else if (then == THEN_sw || target_is_other())
		switch_to_other(PICK_USER_TASK);
}

/* nobody intervenes; a trace has a step for each part */
task(A)
{
	call();
	interleave();
	before_the_return();
	interleave();
	exit_to_user_mode();
	target_goes_on();
}

task(B)
{
	exit_to_user_mode();
	if (target == current) {
		target_goes_on();
	} else {
		program_writes(B3);
		enter_kernel();
		switch_to_other(PICK_USER_TASK);
	}
}

/* stands for every thread of the kernel that leaves the registers alone */
kernel_thread(K)
{
	switch_to_other(PICK_USER_TASK);
}

scenario(matrix)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX, CET_U);
	set(xinuse_tracking, XINUSE_EXACT);
	/* what a section leaves behind is nobody's value, in every component that will be restored */
	set(kernel_fpu_clobbers, CLOBBER_ALL);
	/* nothing comes in between but the continuation */
	set(preemption, PREEMPT_NEVER);
	set(check_no_warning, false);
	set(check_kernel_state, false);
	set(check_nothing_leaks_into_user_mode, false);
	set(check_update_is_kept, false);
	set(check_state_is_kept, false);
	/* the first cell: live, in use, and nothing comes in between */
	expect_violation("update_arrives");
}
