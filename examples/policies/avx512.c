/*
 * AVX-512, the upper halves of ZMM0 to ZMM15: as AVX, and XCR0 has its three components together or not at all.
 */
#define COMPONENT XFEATURE_ZMM_Hi256
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

scenario(avx512)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(ZMM_Hi256);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
