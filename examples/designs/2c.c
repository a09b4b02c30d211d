/* 2c: whoever has get_xsave_addr() writes where it points, and does nothing else. */
#include "harness.h"

property(serves_components_in_the_buffer, "get_xsave_addr() gives NULL: XSTATE_BV says that the component is initial");

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	void *addr = get_xsave_addr(&tsk->thread.fpu.fpstate->regs, f);

	require(serves_components_in_the_buffer, addr != NULL);
	old_value_is_at(addr);
	write_component(addr, f, value);
}
