/*
 * 1c: the pair amended as the review asked: all components are saved, the initial value is filled in after that, the bit
 * and TIF are set, and last_cpu is taken back.
 */
#include "begin-finish.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;
	void *addr;

	fpregs_lock();
	BUG_ON(!(xsave->header.xcomp_bv & BIT_ULL(xfeature)));
	if (fpregs_live(tsk))
		save_fpregs_to_fpstate(&tsk->thread.fpu);
	addr = __raw_xsave_addr(xsave, xfeature);
	if (!(xsave->header.xfeatures & BIT_ULL(xfeature)))
		write_component(addr, xfeature, INIT);
	xsave->header.xfeatures |= BIT_ULL(xfeature);
	set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
	return addr;
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	fpregs_unlock();
}
