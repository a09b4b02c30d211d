/*
 * start_update_xsave_msrs() and its companions of 30 Jan 2022: NULL stands for the registers, anything else is the
 * component in current's buffer.
 */
void *start_update_xsave_msrs(enum xfeature xfeature)
{
	struct xregs_state *xsave = &current->thread.fpu.fpstate->regs;

	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD))
		return NULL;
	if (xsave->header.xfeatures & BIT_ULL(xfeature))
		return __raw_xsave_addr(xsave, xfeature);
	/* initial in memory: nothing to point at, so all go to the registers */
	fpregs_restore_userregs();
	return NULL;
}

token_t xsave_rdmsrl(void *state, enum xfeature xfeature)
{
	return state == NULL ? read_instruction(xfeature) : read_component(state, xfeature);
}

void xsave_wrmsrl(void *state, enum xfeature xfeature, token_t value)
{
	if (state == NULL) {
		write_instruction(xfeature, value);
	} else {
		if (fpregs_state_valid())
			__fpu_invalidate_fpregs_state(&current->thread.fpu);
		write_component(state, xfeature, value);
	}
}

void end_update_xsave_msrs(void)
{
	fpregs_unlock();
}
