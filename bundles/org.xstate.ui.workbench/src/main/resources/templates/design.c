/*
 * A way for the kernel to change one component f of a task's state. The designs' matrix calls update_component() in
 * every situation; what the design is not for, it says with require(). Here the registers are made the truth and changed.
 *
 * xstate designs --design FILE puts it among the others; the help has the vocabulary under "Designs".
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	require(serves_current, tsk == current);
	fpregs_lock_and_load();
	old_value_is(read_instruction(f));
	write_instruction(f, value);
	fpregs_unlock();
}
