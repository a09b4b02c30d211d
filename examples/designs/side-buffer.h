/* For designs that change a live component in a buffer of its own, and load it from there at once. */

static struct xregs_state side_buffer;

setup(side_buffer_is_empty)
{
	init_image(&side_buffer, COMPACTED_FORMAT ? BIT_ULL(UPDATED) : 0);
	poison_component(&side_buffer, UPDATED);
}

/* the buffer in which current's component is changed */
struct xregs_state *where_to_change(enum xfeature xfeature)
{
	struct xregs_state *xsave = &current->thread.fpu.fpstate->regs;

	BUG_ON(!(xsave->header.xcomp_bv & BIT_ULL(xfeature)));
	return fpregs_live(current) ? &side_buffer : xsave;
}

/* the changed component goes to the registers, if these are current's */
void restore_changed(enum xfeature xfeature)
{
	struct xregs_state *xsave = where_to_change(xfeature);

	xsave->header.xfeatures |= BIT_ULL(xfeature);
	if (fpregs_state_valid())
		partial_restore(xsave, BIT_ULL(xfeature));
}
