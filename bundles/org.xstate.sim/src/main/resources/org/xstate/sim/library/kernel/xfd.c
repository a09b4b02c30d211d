/*
 * XFD and the components that a task gets on first use. 5.16 and later.
 *
 * IA32_XFD is a register of the CPU that has to agree with the buffer whose state the CPU holds. The per-CPU
 * xfd_state remembers what was written last, so that a switch between two tasks of the same kind costs
 * nothing.
 */

/* 10e4b5166df9, 6.9: a CPU that comes up sets the cache together with the MSR; since 672365477ae8, 5.16 */
knob_flag(xfd_cache_follows_reset, kernel_version() >= KERNEL_VERSION(6, 9, 0));
/* 5.16: without it (never in a release) a restore leaves the previous task's XFD in force */
knob_flag(xfd_synced_on_restore, true);
/* 388eff894d6b, 6.18: ... nor does what signal delivery restores */
knob_flag(xfd_synced_on_signal, kernel_version() >= KERNEL_VERSION(6, 18, 0));
/* what fpstate_realloc() must do first: load the registers whose only copy is the buffer that goes away */
knob_flag(realloc_restores_first, true);
/* vzalloc may fail */
knob_flag(fpstate_alloc_may_fail, false);

#define HAS_XFD ((KERNEL_FEATURES & XFEATURES_XFD) != 0)

#define EPERM 1
#define ENOMEM 12
#define EFAULT 14

/* What this CPU's IA32_XFD is taken to be. */
DEFINE_PER_CPU(u64, xfd_state);

static inline void xfd_set_state(u64 xfd)
{
	write_xfd(xfd);
	this_cpu_write(xfd_state, xfd);
}

void xfd_update_state(struct fpstate *fpstate)
{
	if (!HAS_XFD || !xfd_synced_on_restore)
		return;
	if (this_cpu_read(xfd_state) != fpstate->xfd)
		xfd_set_state(fpstate->xfd);
	else
		cover("xfd_state says that IA32_XFD is right: no WRMSR");
}

/* The CPU went away and came back: reset state in XCR0's components, XFD armed, nobody's registers. */
void fpu__init_cpu_xstate(void)
{
	local_irq_disable();
	atomic {
		this_cpu_write(fpu_fpregs_owner_ctx, NULL);
		this_cpu_write(cr4_without_osxsave, false);
		if (xfd_cache_follows_reset)
			xfd_set_state(init_fpstate.xfd);
		else
			write_xfd(init_fpstate.xfd);
	}
	local_irq_enable();
}

/* arch_prctl(ARCH_REQ_XCOMP_PERM): once for all threads of the process, never taken back. */
void xstate_request_perm(void)
{
	current->group_leader->thread.fpu.perm = XFEATURES_XFD;
}

static inline bool xstate_get_group_perm(void)
{
	return current->group_leader->thread.fpu.perm != 0;
}

/* vzalloc() of a larger buffer: zeros, in the format for these components */
static struct fpstate *alloc_fpstate(u64 xfeatures)
{
	struct fpstate *found = NULL;

	atomic {
		for (int i = 0; i < NR_FPSTATES; i++)
			if (!fpstates[i].in_use && !fpstates[i].is_guest)
				found = &fpstates[i];
		assume(found != NULL);
		found->in_use = true;
		found->xfeatures = xfeatures;
		found->user_xfeatures = xfeatures & XCR0;
		init_image(&found->regs, COMPACTED_FORMAT ? xfeatures : 0);
	}
	return found;
}

static void free_fpstate(struct fpstate *fpstate)
{
	atomic {
		fpstate->in_use = false;
		xstate_free(&fpstate->regs);
	}
}

int fpstate_realloc(void)
{
	struct fpstate *newfps;
	struct fpstate *curfps;

	might_sleep();
	if (fpstate_alloc_may_fail && __VERIFIER_nondet_bool())
		return -ENOMEM;
	newfps = alloc_fpstate(current->thread.fpu.fpstate->xfeatures | XFEATURES_XFD);

	fpregs_lock();
	curfps = current->thread.fpu.fpstate;
	if (realloc_restores_first && test_thread_flag(TIF_NEED_FPU_LOAD))
		fpregs_restore_userregs();
	atomic {
		newfps->xfd = curfps->xfd & ~XFEATURES_XFD;
		current->thread.fpu.fpstate = newfps;
	}
	xfd_update_state(current->thread.fpu.fpstate);
	fpregs_unlock();

	if (curfps != current->thread.fpu.__fpstate)
		free_fpstate(curfps);
	return 0;
}

static inline int xfd_enable_feature(void)
{
	if (!xstate_get_group_perm())
		return -EPERM;
	if (fpstate_realloc() != 0)
		return -EFAULT;
	return 0;
}
