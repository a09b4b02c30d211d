/* Components in a buffer, by address. */

void *__raw_xsave_addr(struct xregs_state *xsave, enum xfeature f)
{
	if (WARN_ON_ONCE(!(KERNEL_FEATURES & BIT_ULL(f))))
		return NULL;
	if (!xsave->header.compacted)
		return (void *)xsave + xfeature_offset(0, false, f);
	/* the sum of what XCOMP_BV has below the component, whether it has the component or not */
	if (offsets_follow_xcomp_bv)
		return (void *)xsave + xfeature_offset(xsave->header.xcomp_bv | BIT_ULL(f), true, f);
	return (void *)xsave + xfeature_offset(KERNEL_FEATURES, true, f);
}

/* bytes of an image for these components, up to the end of the last one */
int xstate_calculate_size(u64 xfeatures, bool compacted)
{
	int size = EXTENDED_OFFSET;
	int end;

	for (int i = 0; i < NR_COMPONENTS; i++) {
		if (!(xfeatures & component_bit[i]))
			continue;
		end = xfeature_offset(xfeatures, compacted, component_number[i]) + component_size[i];
		if (end > size)
			size = end;
	}
	return size;
}

/* NULL if the component is in its initial state: there is nothing at its place then */
void *get_xsave_addr(struct xregs_state *xsave, enum xfeature f)
{
	if (WARN_ON_ONCE(!(KERNEL_FEATURES & BIT_ULL(f))))
		return NULL;
	if (!(xsave->header.xfeatures & BIT_ULL(f)))
		return NULL;
	return __raw_xsave_addr(xsave, f);
}

bool validate_independent_components(u64 mask)
{
	if (!xsaves_independent_only)
		return true;
	return !WARN_ON_ONCE(mask == 0 || (mask & ~INDEPENDENT_FEATURES) != 0);
}

void xsaves(struct xregs_state *xstate, u64 mask)
{
	int err;

	if (!validate_independent_components(mask))
		return;
	err = insn_xsaves(xstate, mask);
	require(kernel_save_never_faults, !check_kernel_save_never_faults || err == 0);
}

void xrstors(struct xregs_state *xstate, u64 mask)
{
	int err;

	if (!validate_independent_components(mask))
		return;
	err = insn_xrstors(xstate, mask);
	require(kernel_restore_never_faults, !check_kernel_restore_never_faults || err == 0);
}

/*
 * The value of one component in a buffer: initial where XSTATE_BV says so, whatever the bytes are.
 */
token_t value_in(struct xregs_state *xsave, enum xfeature f)
{
	if (!(xsave->header.xfeatures & BIT_ULL(f)))
		return INIT;
	return read_component((void *)xsave + xstate_offset(xsave, f), f);
}

/* what the task's buffer holds */
token_t memory_value(struct task_struct *tsk, enum xfeature f)
{
	return tsk->thread.fpu.fpstate == NULL ? INIT : value_in(&tsk->thread.fpu.fpstate->regs, f);
}
