/* 5a: the helpers for supervisor components of 30 Jan 2022, with which the caller reads and writes. */
#include "harness.h"
#include "update-msrs.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	void *state;

	require(serves_current, tsk == current);
	state = start_update_xsave_msrs(f);
	old_value_is(xsave_rdmsrl(state, f));
	xsave_wrmsrl(state, f, value);
	end_update_xsave_msrs();
}
