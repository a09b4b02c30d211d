/*
 * AMX tile data, 8 KB: a process asks for permission, and nobody else has room for it in buffers and signal frames.
 */
#define COMPONENT XFEATURE_XTILE_DATA
#include "users.h"

void obtains(token_t value)
{
	bool loaded;

	enter_kernel();
	if (value == V1)
		xstate_request_perm();
	exit_to_user_mode();
	loaded = program_sets_component(COMPONENT, value);
	expect(loaded == (value != B1));
}

void uses(void)
{
	/* what it has is what it sees: the invariants look */
}

void in_kernel(void)
{
	/* the kernel does not look at it */
}

scenario(amx)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
