/*
 * APX, the registers R16 to R31: any program compiled for it has its variables there.
 */
#define COMPONENT XFEATURE_APX
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

scenario(apx)
{
	cpu_profile("apx");
	kernel("6.18");
	cpus(1);
	features(APX);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
