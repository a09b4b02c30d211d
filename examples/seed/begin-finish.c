/*
 * A pair of functions to change one component of a task's extended state, as it was proposed: pseudo-code of Tony Luck
 * with comments by Dave Hansen, 28 Sep 2021, "Re: [PATCH 4/8] x86/traps: Demand-populate PASID MSR via #GP".
 *
 * The first two functions are the proposal in its literal form. Added are the declarations, and code in the two places
 * where the mail writes prose: the test whether the registers are "live", and the two lines "mark feature modified" and
 * "set TIF bit". The rest of the file is who calls them.
 *
 * What is wrong with it, each with a scenario of its own, is in flaws.c; what would be right, in begin-finish-fixed.c.
 */

/* the mail has both names for one buffer, that of current */
struct xregs_state *xsave;
struct xregs_state *xstate;

void *begin_update_one_xsave_feature(enum xfeature xfeature, bool full)
{
	void *addr;

	BUG_ON(!(xsave->header.xcomp_bv & xfeature));

	addr = __raw_xsave_addr(xsave, xfeature);

	fpregs_lock();

	if (full)
		return addr;

	if (fpregs_live(current))
		xsaves(xstate, 1 << xfeature);

	return addr;
}

void finish_update_one_xsave_feature(enum xfeature xfeature)
{
	xsave->header.xfeatures |= BIT_ULL(xfeature);

	set_thread_flag(TIF_NEED_FPU_LOAD);

	fpregs_unlock();
}

/* the caller: looks at the old value, unless it replaces the whole, and stores the new one */
void update(enum xfeature xfeature, bool full, token_t value)
{
	void *addr;

	api_begins(current, xfeature);
	addr = begin_update_one_xsave_feature(xfeature, full);
	if (!full)
		old_value_is_seen(current, xfeature, addr);
	write_component(addr, xfeature, value);
	finish_update_one_xsave_feature(xfeature);
	api_completes(current, xfeature, value);
}

setup(buffer_of_the_first_task)
{
	xsave = &tasks[0].thread.fpu.fpstate->regs;
	xstate = xsave;
}

/* what user space finds: the program's own AVX registers, and PASID, which it asks the kernel to change from V1 to V2 */
scenario(as_posted)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	/* claims about the kernel's own data would end the trace before user space notices */
	set(check_kernel_state, false);
	set(check_old_value_is_shown, false);
	expect_violation("update_is_kept");
}

setup(pasid_is_in_use)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	update(XFEATURE_PASID, false, V2);
	exit_to_user_mode();
}

/*
 * The same with knobs: as it stands it is the proposal, and --set save=SAVE_FULL,... makes it another design. All designs
 * at once: xstate designs --search examples/seed/begin-finish.c
 */
#include "begin-finish-cases.h"

/* in the registers PASID is in use or initial; the buffer holds an older value of it, or says that it is initial */
void begins_anywhere(void)
{
	assume(target != TARGET_RUNNING);
	if (choose(0, 1))
		begins_with(&tasks[0], XFEATURE_PASID, V3);
	if (choose(0, 1))
		begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
	else
		begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, INIT);
	begins_with(&tasks[1], XFEATURE_AVX, B1);
	begins_with(&tasks[1], XFEATURE_PASID, B1);
	if (target == TARGET_STOPPED)
		tasks[1].state = TASK_TRACED;
}

/* the call finds the registers live, or stale because the kernel has used them; or, after a switch, valid beside memory */
void caller(void)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	if (choose(0, 1))
		kernel_fpu_section();
	if (target == TARGET_CURRENT) {
		update_feature(current, XFEATURE_PASID, V2);
		continuation();
	} else {
		update_feature(&tasks[1], XFEATURE_PASID, B2);
		wake_up_new_task(&tasks[1]);
	}
	exit_to_user_mode();
}

/* one case at a time, in which nothing comes in between but what the case says: what it costs can be counted */
scenario(entry_cases)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	set(preemption, PREEMPT_NEVER);
	set(kernel_fpu_clobbers, CLOBBER_ALL);
	set(xinuse_tracking, XINUSE_EXACT);
	expect_violation("old_value_is_shown");
}

setup(entry_case)
{
	begins_in_entry_case();
}

on(void, save_executed, cost)(u64 rfbm)
{
	count_save(rfbm);
}

on(void, restore_executed, cost)(u64 rfbm)
{
	count_restore(rfbm);
}

on(void, register_written, cost)(enum xfeature f)
{
	register_write += 1;
}

task(A)
{
	caller_in_entry_case();
}

task(B)
{
	other_in_entry_case();
}

/* preemption anywhere, no interrupt */
scenario(with_knobs)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	continuations(CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD);
	expect_violation("old_value_is_shown");
}

setup(where_the_state_is)
{
	begins_anywhere();
}

task(A)
{
	caller();
}

task(B)
{
	user_write(XFEATURE_AVX, B2);
}

/* a softirq and a hard interrupt that use the FPU wherever they may come: what the lock is for */
scenario(with_interrupts)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(1);
	features(AVX, PASID);
	softirqs(1);
	hardirqs(1);
	continuations(CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD);
	expect_violation("old_value_is_shown");
}

setup(where_the_state_is)
{
	begins_anywhere();
}

task(A)
{
	caller();
}

task(B)
{
	user_write(XFEATURE_AVX, B2);
}

/* the target runs on the other CPU, in the kernel, its state in that CPU's registers */
scenario(target_runs)
{
	cpu_profile("sapphire-rapids");
	kernel("5.15");
	cpus(2);
	features(AVX, PASID);
	set(target, TARGET_RUNNING);
	set(preemption, PREEMPT_NEVER);
	/* the claim that says at once that this cannot be right; without it, what user space notices */
	set(check_target_stands_still, false);
	set(check_kernel_state, false);
	set(check_old_value_is_shown, false);
	expect_violation("update_is_kept");
}

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
