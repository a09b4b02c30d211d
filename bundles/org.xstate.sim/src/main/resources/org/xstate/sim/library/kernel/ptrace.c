/*
 * ptrace: a tracer reads and writes the whole state of a task that stands still.
 */

/* fpu_force_restore: registers that may still hold the tracee's old state are not taken for valid any more */
knob_flag(ptrace_invalidates, true);
/* the same with what was invalidated up to then: the owner of the CPU that the tracer runs on */
knob_flag(ptrace_invalidates_owner, false);

/*
 * June 2021, in review, not in a release: what a part of the kernel hands over lies in the kernel, not in user memory
 */
knob_flag(regset_knows_both_sources, true);

/* What the tracer has in its memory. */
struct xregs_state ptrace_buffer;

/* The tracee stops on its way, until its tracer lets it go. */
void ptrace_stop(void)
{
	set_current_state(TASK_TRACED);
	schedule();
}

/* The tracer lets others run until the tracee has stopped and left its CPU. */
void wait_task_inactive(struct task_struct *tsk)
{
	while (tsk->state != TASK_TRACED || tsk->on_cpu)
		schedule();
}

void ptrace_cont(struct task_struct *tsk)
{
	wake_up_process(tsk);
}

/* PTRACE_GETREGSET, NT_X86_XSTATE */
void xstateregs_get(struct task_struct *tsk)
{
	if (tsk == current)
		fpu_sync_fpstate();
	copy_xstate_to_uabi(&ptrace_buffer, tsk);
}

static inline void fpu_force_restore(struct task_struct *tsk)
{
	WARN_ON_ONCE(tsk == current);
	if (ptrace_invalidates)
		__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	if (ptrace_invalidates_owner)
		__cpu_invalidate_fpregs_state();
}

/* What user space has to see from now on, component by component. */
static inline void canon_set_from_uabi(struct task_struct *tsk, struct xregs_state *from)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (ENABLED_FEATURES & REPLACED_BY_PTRACE & component_bit[i])
			for (int part = 0; part < nr_parts(component_number[i]); part++)
				canon_set_part(tsk, component_number[i], part,
					uabi_part(from, component_number[i], part));
	canon_init(tsk, ENABLED_FEATURES & RESET_BY_PTRACE);
}

/* All user components, from the kernel's own memory or, where kbuf is NULL, from the tracer's. */
static inline bool xstateregs_set_from(struct task_struct *tsk, struct xregs_state *kbuf, struct xregs_state *ubuf)
{
	struct xregs_state *from = regset_knows_both_sources && kbuf != NULL ? kbuf : ubuf;
	bool taken;

	api_begins_mask(tsk, XCR0);
	regset_begins(tsk);
	fpu_force_restore(tsk);
	taken = copy_uabi_to_xstate(tsk, from);
	atomic {
		if (taken) {
			regset_written(tsk, from);
			canon_set_from_uabi(tsk, from);
		}
		api_ends_mask(tsk, XCR0);
	}
	return taken;
}

/* PTRACE_SETREGSET, NT_X86_XSTATE. False if what the tracer hands over is refused. */
bool xstateregs_set(struct task_struct *tsk)
{
	return xstateregs_set_from(tsk, NULL, &ptrace_buffer);
}

/* The same for a caller in the kernel, which has read the tracer's memory already. */
bool xstateregs_set_by_kernel(struct task_struct *tsk)
{
	return xstateregs_set_from(tsk, &ptrace_buffer, NULL);
}

/*
 * images of user space are in the standard format; what the kernel copies one into was not written by anybody
 */
setup(user_images)
{
	init_image(&sigframes[0].fx, 0);
	xstate_poison(&ptrace_buffer);
}
