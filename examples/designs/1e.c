/*
 * 1e: as 1c, but the caller is handed the old value that the component's own instruction has read. All components are
 * saved all the same: TIF speaks of the whole buffer.
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
	if (fpregs_live(tsk))
		write_component(addr, xfeature, read_instruction(xfeature));
	else if (!(xsave->header.xfeatures & BIT_ULL(xfeature)))
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
