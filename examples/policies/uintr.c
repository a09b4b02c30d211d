/*
 * UINTR, user interrupts: state of a thread behind supervisor MSRs, set by a system call, changed by the processor.
 */
#define COMPONENT XFEATURE_UINTR
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

scenario(uintr)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(UINTR);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
