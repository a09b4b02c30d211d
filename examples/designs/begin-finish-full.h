/* The pair of begin-finish.h with "full" set: the caller overwrites the whole component, and never looks at it. */
#include "harness.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature);
void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature);

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	void *addr = begin_update_one_xsave_feature(tsk, f);

	write_component(addr, f, value);
	finish_update_one_xsave_feature(tsk, f);
}
