/*
 * 5b: the answer of 8 Feb 2022 to 5a: the caller hands over a list of what to write and gets no pointer; the same ways lie
 * inside. A task other than current has a call of its own, xsave_wrmsrs_on_task().
 */
#include "harness.h"
#include "update-msrs.h"

static void xsave_wrmsrs(enum xfeature xfeature, token_t value)
{
	void *state = start_update_xsave_msrs(xfeature);

	xsave_wrmsrl(state, xfeature, value);
	end_update_xsave_msrs();
}

static void xsave_wrmsrs_on_task(struct task_struct *tsk, enum xfeature xfeature, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;

	write_component(__raw_xsave_addr(xsave, xfeature), xfeature, value);
	xsave->header.xfeatures |= BIT_ULL(xfeature);
	__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
}

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	if (tsk == current)
		xsave_wrmsrs(f, value);
	else
		xsave_wrmsrs_on_task(tsk, f, value);
}
