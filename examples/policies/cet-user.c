/*
 * CET_U, the shadow stack of a program: switched on by a system call; each call and return moves the pointer. A supervisor
 * component, so neither signal frames nor a register set of ptrace has it.
 */
#define COMPONENT XFEATURE_CET_U
#include "users.h"

void obtains(token_t value)
{
	enter_kernel();
	set_component(COMPONENT, value);
	exit_to_user_mode();
}

void uses(void)
{
	/* what it has is what it sees: the invariants look */
}

void in_kernel(void)
{
	/* the kernel does not look at it */
}

scenario(cet_user)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(CET_U);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
