/*
 * 2a-stale-equal: 2a where the bytes of an initial component happen to equal the wanted value, as an older save left them.
 */
#include "2a.c"

setup(stale_bytes_equal_the_wanted_value)
{
	struct xregs_state *xsave = &target->thread.fpu.fpstate->regs;

	if (!(xsave->header.xfeatures & BIT_ULL(UPDATED)))
		write_component((void *)xsave + xstate_offset(xsave, UPDATED), UPDATED, wanted_value());
}
