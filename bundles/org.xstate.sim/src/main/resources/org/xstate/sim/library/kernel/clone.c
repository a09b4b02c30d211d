/*
 * fork and clone: the child's state.
 */

/* the birth of a task: no CPU holds its registers, whoever had the memory of its fpu before */
knob_flag(clone_invalidates, true);
/* 5.16: what the process may use, its children may, too */
knob_flag(clone_inherits_permission, kernel_version() >= KERNEL_VERSION(5, 16, 0));
/* what the parent's registers hold has to be there before it is saved for the child */
knob_flag(clone_loads_parent, true);

/*
 * dst does not run yet and cannot start, so nobody sees it half made. minimal: a kernel thread or an I/O
 * worker, which has nothing to inherit.
 */
void fpu_clone(struct task_struct *dst, bool minimal, bool thread, token_t ssp)
{
	atomic {
		if (clone_invalidates)
			dst->thread.fpu.last_cpu = NO_CPU;
		dst->thread.fpu.fpstate = dst->thread.fpu.__fpstate;
		set_tsk_thread_flag(dst, TIF_NEED_FPU_LOAD);
	}
	if (minimal)
		return;

	fpregs_lock();
	if (clone_loads_parent && test_thread_flag(TIF_NEED_FPU_LOAD))
		fpregs_restore_userregs();
	os_xsave(dst->thread.fpu.fpstate);
	fpregs_unlock();

	atomic {
		if (!thread && clone_inherits_permission)
			dst->thread.fpu.perm = current->group_leader->thread.fpu.perm;
		clone_state(dst, thread, ssp);
	}
}

/*
 * The child that the scenario has ready as TASK_NEW comes to life. thread: it shares the address space, and
 * has a shadow stack of its own that ends at ssp.
 */
void kernel_clone(struct task_struct *dst, bool thread, token_t ssp)
{
	atomic {
		if (thread) {
			dst->mm = current->mm;
			dst->group_leader = current->group_leader;
		} else {
			dst->group_leader = dst;
		}
		dup_task(dst);
	}
	fpu_clone(dst, false, thread, ssp);
	atomic {
		canon_copy(dst, current);
		canon_init(dst, RESET_BY_CLONE);
		clone_expected(dst, thread, ssp);
	}
	wake_up_new_task(dst);
}
