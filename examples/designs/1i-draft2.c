/*
 * 1i, second draft: the bit is set before the save as well, and the CPU forgets whose registers it holds, if the task is
 * current.
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
	if (tsk != current) {
		write_component(addr, xfeature, INIT);
	} else if (!(xsave->header.xfeatures & fmask)) {
		xsave->header.xfeatures |= fmask;
		partial_save(xsave, fmask);
	}
	xsave->header.xfeatures |= fmask;
	return addr;
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
	if (tsk == current)
		__cpu_invalidate_fpregs_state();
	fpregs_unlock();
}
