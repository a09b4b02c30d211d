/*
 * 1f: a live component is read and written by its own instructions, and memory is left alone. Where TIF is set it is
 * changed in memory, and last_cpu is taken back if registers somewhere still count as valid.
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	struct xregs_state *xsave = &tsk->thread.fpu.fpstate->regs;
	void *addr;

	fpregs_lock();
	if (fpregs_live(tsk)) {
		old_value_is(read_instruction(f));
		write_instruction(f, value);
	} else {
		addr = __raw_xsave_addr(xsave, f);
		if (!(xsave->header.xfeatures & BIT_ULL(f)))
			write_component(addr, f, INIT);
		old_value_is_at(addr);
		write_component(addr, f, value);
		xsave->header.xfeatures |= BIT_ULL(f);
		__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	}
	fpregs_unlock();
}
