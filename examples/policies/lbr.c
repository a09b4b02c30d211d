/*
 * LBR, the last branch records of a profiled task: the processor writes them at each branch, in the kernel too.
 */
#define COMPONENT XFEATURE_LBR
#include "users.h"

void obtains(token_t value)
{
	program_sets_component(COMPONENT, value);
}

void uses(void)
{
	/* what it has is what it sees: the invariants look */
}

void in_kernel(void)
{
	hardware_writes(COMPONENT, V3);
}

scenario(lbr)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(LBR);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
