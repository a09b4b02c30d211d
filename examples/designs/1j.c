/*
 * 1j: a typed setter for each component: where the registers are the only truth they are written, else memory is, and
 * last_cpu is taken back.
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;

	require(serves_current, tsk == current);
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD)) {
		write_instruction(f, value);
	} else {
		xsave->header.xfeatures |= BIT_ULL(f);
		write_component(__raw_xsave_addr(xsave, f), f, value);
		__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	}
	fpregs_unlock();
}
