/*
 * What is wrong with the proposal of begin-finish.c, one flaw at a time: in each scenario everything else is chosen so
 * that only this one is left. The numbers are those of docs/kernel-model.md.
 *
 * Where a scenario switches check_kernel_state off, its trace goes on until user space notices.
 */
#include "begin-finish-knobs.h"

/* a program with AVX registers of its own has its PASID changed from V1 to V2 */
void program(void)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	update_feature(current, XFEATURE_PASID, V2);
	exit_to_user_mode();
}

/* S1: one component is saved, then the flag declares the whole buffer to be the state */
scenario(partial_save_loses_the_others)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_PARTIAL_ASIDE);
	set(invalidate, INVALIDATE_OWNER);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("state_is_kept");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* S2: XSAVES of one component into the task's buffer moves that component and makes all others initial */
scenario(partial_save_in_place_moves_the_component)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_PARTIAL_IN_PLACE);
	set(preemption, PREEMPT_NEVER);
	expect_violation("old_value_is_shown");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* S3: the component is in its initial configuration, so the save does not touch its bytes */
scenario(save_of_initial_component_writes_nothing)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_FULL);
	set(init_fill, FILL_BEFORE_SAVE);
	set(invalidate, INVALIDATE_LAST_CPU);
	set(preemption, PREEMPT_NEVER);
	expect_violation("old_value_is_shown");
}

/* an older save left its bit set: whether to fill in the initial value cannot be decided before this save */
setup(pasid_was_in_use)
{
	begins_with(&tasks[0], XFEATURE_PASID, V3);
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, INIT);
}

task(A)
{
	program();
}

/* S4: the flag alone does not load anything: owner and last_cpu still agree */
scenario(flag_alone_does_not_reload)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_FULL);
	set(init_fill, FILL_AFTER_SAVE);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* S5: with a partial save there is no right setting of "invalidate": without it the update is lost ... */
scenario(partial_save_without_invalidation)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_PARTIAL_ASIDE);
	set(invalidate, INVALIDATE_NONE);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* ... and with either half of it, or both, the others are */
scenario(partial_save_with_invalidation)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_PARTIAL_ASIDE);
	set(invalidate, INVALIDATE_BOTH);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("state_is_kept");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* S6: the registers were stale at the beginning; one component is loaded, and the flag says that all are */
scenario(one_restored_component_exposes_stale_ones)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_PARTIAL_ASIDE);
	set(publish, PUBLISH_XRSTORS_CLEAR_TIF);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("nothing_leaks_into_user_mode");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_fpu_section();
	update_feature(current, XFEATURE_PASID, V2);
	exit_to_user_mode();
}

/* S7: a hard interrupt between the test of the flag and the save uses the registers; fixed by 59f5ede3bc0f */
scenario(interrupt_before_the_save)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(save, SAVE_FULL);
	set(init_fill, FILL_AFTER_SAVE);
	set(invalidate, INVALIDATE_LAST_CPU);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("nothing_leaks_into_user_mode");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* S7: a hard interrupt between begin and finish saves the registers over what the caller has stored */
scenario(interrupt_before_finish)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(save, SAVE_FULL);
	set(init_fill, FILL_AFTER_SAVE);
	set(invalidate, INVALIDATE_LAST_CPU);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	/* the effects of the scenario before this one */
	set(check_nothing_leaks_into_user_mode, false);
	set(check_state_is_kept, false);
	expect_violation("update_is_kept");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* the same with the fix: irq_fpu_usable says no, since bottom halves are off */
scenario(interrupt_is_refused_the_registers)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(irq_fpu_usable_checks_softirqs, true);
	set(save, SAVE_FULL);
	set(init_fill, FILL_AFTER_SAVE);
	set(invalidate, INVALIDATE_LAST_CPU);
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	program();
}

/* S8: the other task runs: fpregs_lock is of this CPU only, the other one saves and loads in between */
scenario(target_runs_elsewhere)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(2);
	features(AVX, PASID);
	set(target, TARGET_RUNNING);
	set(init_fill, FILL_AFTER_SAVE);
	set(invalidate, INVALIDATE_LAST_CPU);
	set(check_kernel_state, false);
	set(check_old_value_is_shown, false);
	/* this is the claim that says it at once */
	set(check_target_stands_still, false);
	expect_violation("update_is_kept");
}

/* B is in the kernel, its state in the registers of the second CPU */
setup(both_run)
{
	put_in_user_mode(&tasks[1], cpu(1));
	begins_live_with(&tasks[1], cpu(1), XFEATURE_PASID, B1);
	per_cpu(user_mode, cpu(1)) = false;
}

task(A)
{
	enter_kernel();
	update_feature(&tasks[1], XFEATURE_PASID, B2);
	exit_to_user_mode();
}

task(B)
{
	schedule();
	exit_to_user_mode();
}

/* S8: the other task is stopped, but where it ran last its registers still count as valid */
scenario(stopped_target_keeps_its_registers)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(2);
	features(AVX, PASID);
	set(target, TARGET_STOPPED);
	set(init_fill, FILL_AFTER_SAVE);
	set(invalidate, INVALIDATE_NONE);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}

/* B's state is in its buffer and in the registers of the second CPU */
setup(target_was_stopped)
{
	begins_with(&tasks[1], XFEATURE_PASID, B1);
	begins_live_with(&tasks[1], cpu(1), XFEATURE_PASID, B1);
	per_cpu(fpu_fpregs_owner_ctx, cpu(1)) = &tasks[1].thread.fpu;
	tasks[1].thread.fpu.last_cpu = cpu(1);
	tasks[1].cpu = cpu(1);
	tasks[1].state = TASK_TRACED;
}

task(A)
{
	enter_kernel();
	update_feature(&tasks[1], XFEATURE_PASID, B2);
	wake_up_new_task(&tasks[1]);
	exit_to_user_mode();
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
}

/* the BUG_ON as posted tests bits 1 and 3 for PASID, which is component 10: it lets a component pass that is not there */
scenario(bug_on_tests_the_number)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(save, SAVE_PARTIAL_IN_PLACE);
	set(bug_check, BUG_CHECK_LITERAL);
	set(check_kernel_state, false);
	set(check_old_value_is_shown, false);
	set(preemption, PREEMPT_NEVER);
	expect_violation("no_bug");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

/* the first call leaves XCOMP_BV with PASID alone: the second one, which asks for it, is refused */
task(A)
{
	enter_kernel();
	update_feature(current, XFEATURE_PASID, V2);
	update_feature(current, XFEATURE_PASID, V3);
	exit_to_user_mode();
}
