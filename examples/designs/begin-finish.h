/*
 * A pair of calls around the change, as in the mail of 28 Sep 2021: begin hands out where the component's old value is,
 * the caller changes it there, finish publishes. The caller looks at what it was handed, and stores one whole new value.
 */
#include "harness.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature);
void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature);

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	void *addr = begin_update_one_xsave_feature(tsk, f);

	old_value_is_at(addr);
	write_component(addr, f, value);
	finish_update_one_xsave_feature(tsk, f);
}
