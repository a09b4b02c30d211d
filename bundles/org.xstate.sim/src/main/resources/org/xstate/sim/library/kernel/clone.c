/*
 * fork and clone: the child's state.
 */

/* dc7507ddce59, 5.18: the child's copy of the PASID goes, whatever address space it has */
knob_flag(clone_clears_pasid, kernel_version() >= KERNEL_VERSION(5, 18, 0));
/* the birth of a task: no CPU holds its registers, whoever had the memory of its fpu before */
knob_flag(clone_invalidates, true);
/* 5.16: what the process may use, its children may, too */
knob_flag(clone_inherits_permission, kernel_version() >= KERNEL_VERSION(5, 16, 0));
/* what the parent's registers hold has to be there before it is saved for the child */
knob_flag(clone_loads_parent, true);
/* update_fpu_shstk(), 6.6: a thread's shadow stack pointer is its own */
knob_flag(clone_gives_shadow_stack, true);

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
		if (HAS_PKRU && pkru_outside_xrstor)
			dst->thread.pkru = rdpkru();
		if (!thread && clone_inherits_permission)
			dst->thread.fpu.perm = current->group_leader->thread.fpu.perm;
		if (HAS_PASID && clone_clears_pasid)
			dst->thread.fpu.fpstate->regs.header.xfeatures &= ~BIT_ULL(XFEATURE_PASID);
		if (HAS_CET_USER && thread && current->shstk && clone_gives_shadow_stack)
			WARN_ON_ONCE(!update_fpu_shstk(dst, ssp));
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
		dst->pasid_activated = false;
		dst->shstk = current->shstk;
	}
	fpu_clone(dst, false, thread, ssp);
	atomic {
		canon_copy(dst, current);
		canon_set(dst, XFEATURE_PASID, INIT);
		canon_set(dst, XFEATURE_XTILE_DATA, INIT);
		if (HAS_CET_USER && thread && current->shstk)
			canon_set_part(dst, XFEATURE_CET_USER, CET_USER_SSP, ssp);
	}
	wake_up_new_task(dst);
}
