/*
 * 1g: "full" of the proposal, published by TIF: the caller overwrites the whole component, so nothing is saved and no old
 * value is handed out.
 */
#include "begin-finish-full.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;

	fpregs_lock();
	BUG_ON(!(xsave->header.xcomp_bv & BIT_ULL(xfeature)));
	return __raw_xsave_addr(xsave, xfeature);
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	tsk->thread.fpu.fpstate->regs.header.xfeatures |= BIT_ULL(xfeature);
	set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
	__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	fpregs_unlock();
}
