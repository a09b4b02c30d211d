/*
 * 7: the whole buffer, as a tracer sets it: all user components of a stopped task are replaced by what the caller hands
 * over, which is what it read before, but for one. Supervisor components are not its to change.
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;
	u64 given = (xsave->header.xfeatures & XCR0) | BIT_ULL(f);
	enum xfeature other;

	require(serves_stopped_tasks, tsk != current);
	require(serves_user_components, (XCR0 & BIT_ULL(f)) != 0);
	__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	for (int i = 0; i < NR_COMPONENTS; i++) {
		other = component_number[i];
		if (given & component_bit[i])
			write_component(__raw_xsave_addr(xsave, other), other,
				other == f ? value : value_in(xsave, other));
	}
	xsave->header.xfeatures = (xsave->header.xfeatures & XSS) | given;
}
