/*
 * #GP: ENQCMD of a thread that has no PASID yet, of a process that has one (fa6af69f38d3, 5.18).
 *
 * The first of all that #GP is asked: before interrupts go on the registers are known to be the task's, and one WRMSR
 * is all that there is to do. Nothing decodes the instruction: any #GP of such a thread is taken for ENQCMD's, once
 * (a3d29e8291b6).
 */

/* one thread is helped once; the next #GP is a real one. The first posted form did not count */
knob_flag(pasid_fixup_once, true);

/*
 * how the thread is given its PASID:
 * PASID_WRITE_MSR	as merged: the registers are the only copy
 * PASID_WRITE_V1	the first posted form: the MSR if the registers are live or valid, else the buffer
 * PASID_WRITE_TRUTH	the rule of the answer to it: the MSR if nothing else holds the state, else the buffer, and
 *			the registers count as valid no more
 * PASID_WRITE_UPDATE	save everything, change the buffer, have it loaded: the update interface of the discussion, repaired
 * PASID_WRITE_LOADED	load what is not loaded, then the MSR: fpregs_lock_and_load() of 6.6
 */
knob(pasid_on_gp, PASID_WRITE_MSR, PASID_WRITE_V1, PASID_WRITE_TRUTH, PASID_WRITE_UPDATE, PASID_WRITE_LOADED);

static inline bool mm_valid_pasid(struct mm_struct *mm)
{
	return mm != NULL && mm->pasid != INIT;
}

static void pasid_into_buffer(token_t pasid)
{
	struct xregs_state *xsave = &current->thread.fpu.fpstate->regs;

	xsave->header.xfeatures |= BIT_ULL(XFEATURE_PASID);
	write_component(__raw_xsave_addr(xsave, XFEATURE_PASID), XFEATURE_PASID, pasid);
}

/* v1 of the series. Registers that are valid while the flag is set are written, and the buffer, which counts, is not */
static inline void fpu__pasid_write(token_t pasid)
{
	BUG_ON(!(current->thread.fpu.fpstate->regs.header.xcomp_bv & BIT_ULL(XFEATURE_PASID)));
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD) || fpregs_state_valid())
		wrmsrl(MSR_IA32_PASID, pasid);
	else
		pasid_into_buffer(pasid);
	fpregs_unlock();
}

static inline void fpu__set_pasid(token_t pasid)
{
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD)) {
		wrmsrl(MSR_IA32_PASID, pasid);
	} else {
		pasid_into_buffer(pasid);
		__fpu_invalidate_fpregs_state(&current->thread.fpu);
	}
	fpregs_unlock();
}

static inline void update_pasid_state(token_t pasid)
{
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD)) {
		save_fpregs_to_fpstate(&current->thread.fpu);
		set_thread_flag(TIF_NEED_FPU_LOAD);
	}
	pasid_into_buffer(pasid);
	__fpu_invalidate_fpregs_state(&current->thread.fpu);
	fpregs_unlock();
}

static inline void load_and_write_pasid(token_t pasid)
{
	fpregs_lock_and_load();
	wrmsrl(MSR_IA32_PASID, pasid);
	fpregs_unlock();
}

static inline void write_msr_pasid(token_t pasid)
{
	trap_needs_live_registers();
	wrmsrl(MSR_IA32_PASID, pasid);
}

static inline void populate_pasid(token_t pasid)
{
	if (pasid_on_gp == PASID_WRITE_V1)
		fpu__pasid_write(pasid);
	else if (pasid_on_gp == PASID_WRITE_TRUTH)
		fpu__set_pasid(pasid);
	else if (pasid_on_gp == PASID_WRITE_UPDATE)
		update_pasid_state(pasid);
	else if (pasid_on_gp == PASID_WRITE_LOADED)
		load_and_write_pasid(pasid);
	else
		write_msr_pasid(pasid);
}

static inline bool try_fixup_enqcmd_gp(void)
{
	token_t pasid;

	/* the other forms take a lock, or are broken without a look at it */
	if (pasid_on_gp == PASID_WRITE_MSR)
		trap_needs_irqs_off();
	if (!pasid_by_fixup || !mm_valid_pasid(current->mm)) {
		cover("#GP: the process has no PASID, SIGSEGV");
		return false;
	}
	if (pasid_fixup_once && current->pasid_activated) {
		cover("#GP: the thread had its PASID already, SIGSEGV");
		return false;
	}
	trap_point(AT_CAUSE);

	pasid = current->mm->pasid;
	api_begins(current, XFEATURE_PASID);
	trap_point(AT_CHANGE);
	populate_pasid(pasid);
	trap_point(AT_CHANGED);
	current->pasid_activated = true;
	api_completes(current, XFEATURE_PASID, pasid);
	return true;
}

on(bool, exception_irqs_off, enqcmd)(int vector)
{
	if (vector != X86_TRAP_GP)
		return false;
	trap_point(AT_HANDLER);
	return try_fixup_enqcmd_gp();
}
