/*
 * 1i, first draft: the compilable form of 28 Sep 2021, as posted, called for an update (full = false). XSTATE_BV decides
 * whether the component is saved; whether the registers are live is not asked.
 */
#include "begin-finish.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;
	u64 fmask = BIT_ULL(xfeature);
	void *addr;

	BUG_ON(!(xsave->header.xcomp_bv & fmask));
	fpregs_lock();
	addr = __raw_xsave_addr(xsave, xfeature);
	if (tsk != current)
		write_component(addr, xfeature, INIT);
	else if (!(xsave->header.xfeatures & fmask))
		partial_save(xsave, fmask);
	xsave->header.xfeatures |= fmask;
	return addr;
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
	fpregs_unlock();
}
