/* 4: fpregs_lock_and_load() of 6.6: the registers are made the truth, and are read and written until the lock is dropped. */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	require(serves_current, tsk == current);
	fpregs_lock_and_load();
	old_value_is(read_instruction(f));
	write_instruction(f, value);
	fpregs_unlock();
}
