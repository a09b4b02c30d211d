/*
 * 3: what was merged for 5.18: a #GP that user mode has raised means that the registers hold current's state. The handler
 * writes the register while interrupts are still off.
 */
#include "harness.h"

void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
{
	require(serves_current, tsk == current);
	require(serves_live_registers, !test_thread_flag(TIF_NEED_FPU_LOAD));
	local_irq_disable();
	write_instruction(f, value);
	local_irq_enable();
}
