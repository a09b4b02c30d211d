/* 1b: 1a, and finish takes back last_cpu, so that TIF makes the return to user mode load the buffer. */
#include "begin-finish.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;
	void *addr;

	BUG_ON(!(xsave->header.xcomp_bv & BIT_ULL(xfeature)));
	addr = __raw_xsave_addr(xsave, xfeature);
	fpregs_lock();
	if (!(xsave->header.xfeatures & BIT_ULL(xfeature)))
		write_component(addr, xfeature, INIT);
	if (fpregs_live(tsk))
		partial_save(xsave, BIT_ULL(xfeature));
	return addr;
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	tsk->thread.fpu.fpstate->regs.header.xfeatures |= BIT_ULL(xfeature);
	set_tsk_thread_flag(tsk, TIF_NEED_FPU_LOAD);
	__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	fpregs_unlock();
}
