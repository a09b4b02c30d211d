/*
 * 2a where the bytes of an initial component happen to equal the wanted value: what an older save has left there.
 */
#include "2a.c"

setup(stale_bytes_equal_the_wanted_value)
{
	struct xregs_state *xsave = &target->thread.fpu.fpstate->regs;

	if (!(xsave->header.xfeatures & BIT_ULL(UPDATED)))
		write_component((void *)xsave + xstate_offset(xsave, UPDATED), UPDATED, wanted_value());
}
