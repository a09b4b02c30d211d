/*
 * PKRU: a copy from or to user memory that the kernel makes for a task obeys the keys of that task, long before the return
 * to user mode.
 */
#define COMPONENT XFEATURE_PKRU
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
	require_in_force(COMPONENT);
}

scenario(pkru)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(PKRU);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
