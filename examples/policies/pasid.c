/*
 * PASID: a process is bound to a device, and each of its threads may execute ENQCMD from then on, whether it asked or not.
 */
#define COMPONENT XFEATURE_PASID
#include "users.h"

void obtains(token_t value)
{
	if (current->mm->demanded[0] == INIT) {
		enter_kernel();
		bind_component(COMPONENT, value);
		exit_to_user_mode();
	}
	uses();
}

void uses(void)
{
	expect(program_needs_component(COMPONENT));
}

void in_kernel(void)
{
	/* the kernel does not look at it */
}

scenario(pasid)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(PASID);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}
