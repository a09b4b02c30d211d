/*
 * 2a: update_pasid() of 5.10: the register where TIF is clear; else the buffer, whose bit is set first, and which is
 * written only if it holds another value than the wanted one.
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;
	void *addr;

	require(serves_current, tsk == current);
	if (!test_thread_flag(TIF_NEED_FPU_LOAD)) {
		write_instruction(f, value);
	} else {
		xsave->header.xfeatures |= BIT_ULL(f);
		addr = get_xsave_addr(xsave, f);
		if (read_component(addr, f) != value) {
			__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
			write_component(addr, f, value);
		}
	}
}
