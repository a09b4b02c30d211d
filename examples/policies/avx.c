/*
 * AVX: programs write it with instructions, and so do vector routines of the kernel.
 */
#define COMPONENT XFEATURE_AVX
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

scenario(avx)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
