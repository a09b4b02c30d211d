/*
 * 1a: the proposal of 28 Sep 2021, literally: the live component is saved alone, in place; finish sets the bit and TIF.
 * The task is a parameter, as the mail asks for, and BUG_ON tests the component's bit, as it means to.
 */
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
	fpregs_unlock();
}
