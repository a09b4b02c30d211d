/*
 * 2b: fpu__pasid_write() of the series' first version, 20 Sep 2021: the register where TIF is clear or the registers are
 * valid; else memory.
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;

	require(serves_current, tsk == current);
	BUG_ON(!(xsave->header.xcomp_bv & BIT_ULL(f)));
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD) || fpregs_state_valid()) {
		write_instruction(f, value);
	} else {
		xsave->header.xfeatures |= BIT_ULL(f);
		write_component(__raw_xsave_addr(xsave, f), f, value);
	}
	fpregs_unlock();
}
