/*
 * 6: eager, as PKRU is from 5.14 on: the component is no part of the restore, the register always holds current's value,
 * and the switch changes it. While a task is off the CPU its value is in a field of its thread.
 */
#include "harness.h"

property(serves_components_of_the_restore, "the kernel itself switches this component with the task");

/* thread.<component> */
static token_t thread_field[NR_TASKS];

/* every task has a value of its own */
setup(each_task_has_its_value)
{
	thread_field[0] = canon_of(&tasks[0], UPDATED);
	thread_field[1] = canon_of(&tasks[1], UPDATED);
	thread_field[2] = KERNEL_INIT;
}

on(u64, left_out_of_restore, design_6)(void)
{
	return BIT_ULL(UPDATED);
}

on(void, switch_to, design_6)(struct task_struct *next)
{
	token_t wanted = thread_field[task_number(next)];

	thread_field[task_number(current)] = read_instruction(UPDATED);
	if (wanted != read_instruction(UPDATED))
		write_instruction(UPDATED, wanted);
}

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	require(serves_components_of_the_restore, f != XFEATURE_PKRU);
	preempt_disable();
	thread_field[task_number(tsk)] = value;
	if (tsk == current)
		write_instruction(f, value);
	preempt_enable();
}
