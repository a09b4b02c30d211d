/*
 * MPX, the bound registers: a program writes them, and the kernel never does.
 */
#define COMPONENT XFEATURE_BNDREGS
#include "users.h"

void obtains(token_t value)
{
	expect(program_sets_component(COMPONENT, value));
}

void uses(void)
{
	/* what it has is what it sees: the invariants look */
}

void in_kernel(void)
{
	/* the kernel does not look at it */
}

scenario(mpx)
{
	cpu_profile("skylake");
	kernel("6.18");
	cpus(1);
	features(BNDREGS);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
