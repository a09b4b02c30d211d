/*
 * Return from a signal handler: the frame's state becomes the task's.
 */

/* The components that the frame has something to say about. */
static inline u64 frame_features(struct sigframe *frame)
{
	return frame->xstate_size == FRAME_KERNEL ? XCR0
		: XFEATURES_FPSSE | (frame->fx.header.xfeatures & XCR0);
}

/* Whether more than the legacy region is to be taken. */
static inline bool check_xstate_in_sigframe(struct sigframe *frame)
{
	enum frame_size size = magic2_by_frame_size ? frame->xstate_size : FRAME_KERNEL;

	if (!frame->magic1 || frame->xstate_size == FRAME_LEGACY)
		return false;
	return frame->magic2_behind == size;
}

/*
 * XRSTOR from user memory with page faults off: 0, or what it raised. A page fault may have come after some
 * of it.
 */
static inline int xrstor_from_user_sigframe(struct sigframe *frame, u64 mask)
{
	int trap;

	do {
		trap = frame_faults(frame) ? xrstor_interrupted(&frame->fx, mask) : insn_xrstor(&frame->fx, mask);
	} while (trap == X86_TRAP_PF && page_fault_in_kernel());
	return trap == 0 ? 0 : exception_in_kernel(trap, EX_FAULT);
}

/*
 * b2381acd3fd9, 5.15: what the copy's MXCSR has beyond the processor's mask is taken out. In d298b03506d3, not in a release,
 * the mask was inverted: what the processor has was taken out
 */
knob_flag(mxcsr_mask_is_right, true);

/* Reserved bits of MXCSR are not modelled, so the right mask takes nothing out. */
static inline void mask_mxcsr(struct xregs_state *xsave)
{
	int part = MXCSR_PART - component_part[component_index[XFEATURE_SSE]];

	if (HAS_MXCSR && !mxcsr_mask_is_right)
		write_part(__raw_xsave_addr(xsave, XFEATURE_SSE), XFEATURE_SSE, part, ZERO);
}

static inline bool restore_fpregs_from_user(struct sigframe *frame, u64 features, bool legacy_only)
{
	u64 user = current->thread.fpu.fpstate->user_xfeatures;
	u64 mask = user & (legacy_only ? XFEATURES_FPSSE : features);
	bool missed;
	int trap;

retry:
	fpregs_lock();
	xfd_update_state(current->thread.fpu.fpstate);
	trap = xrstor_from_user_sigframe(frame, mask);
	if (trap != 0) {
		if (sigreturn_invalidates_owner && test_thread_flag(TIF_NEED_FPU_LOAD))
			__cpu_invalidate_fpregs_state();
		fpregs_unlock();
		if (trap != X86_TRAP_PF)
			return false;
		missed = frame_faults(frame);
		if (!fault_in(frame, sigreturn_faults_in_kernel_size ? FRAME_KERNEL : frame->xstate_size))
			return false;
		require(retry_makes_progress, missed && !frame_faults(frame));
		goto retry;
	}
	if (user & ~mask)
		os_xrstor(&init_fpstate, user & ~mask);
	if ((XSS != 0) && test_thread_flag(TIF_NEED_FPU_LOAD))
		os_xrstor_supervisor(current->thread.fpu.fpstate);
	user_states_restored();
	fpregs_mark_activate();
	fpregs_unlock();
	return true;
}

/* 32-bit programs: through the kernel's buffer, since the legacy registers have to be put together first. */
static inline bool restore_fpregs_from_copy(struct sigframe *frame)
{
	bool restored;

	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD)) {
		if ((XSS != 0))
			os_xsave(current->thread.fpu.fpstate);
		set_thread_flag(TIF_NEED_FPU_LOAD);
	}
	__fpu_invalidate_fpregs_state(&current->thread.fpu);
	__cpu_invalidate_fpregs_state();
	fpregs_unlock();

	if (frame_faults(frame) && !fault_in(frame, FRAME_KERNEL))
		return false;
	if (!copy_uabi_to_xstate(current, &frame->fx))
		return false;
	mask_mxcsr(&current->thread.fpu.fpstate->regs);

	fpregs_lock();
	/* of supervisor components that are switched in another way the buffer's copy is dead */
	restored = os_xrstor_safe(current->thread.fpu.fpstate, KERNEL_FEATURES & (XCR0 | fpregs_restore_mask())) == 0;
	if (restored) {
		user_states_restored();
		fpregs_mark_activate();
	}
	fpregs_unlock();
	return restored;
}

static inline bool __fpu_restore_sig(struct sigframe *frame)
{
	bool legacy_only = !check_xstate_in_sigframe(frame);

	if (legacy_only)
		cover("no second magic number: only x87 and SSE are restored");
	if (frame->ia32)
		return restore_fpregs_from_copy(frame);
	return restore_fpregs_from_user(frame, frame_features(frame), legacy_only);
}

/*
 * What the frame says user space has to see: it is the program's frame, and nobody but the program changed
 * it.
 */
static inline void canon_from_frame(struct sigframe *frame)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (XCR0 & ~UNTOUCHED_BY_SIGNAL & component_bit[i])
			for (int part = component_part[i]; part < component_part[i + 1]; part++)
				canon[task_number(current)][part] = frame->interrupted[part];
}

/* A checkpoint tool writes the frame anew, for fewer components: what it leaves out is initial. */
void frame_rebuild_small(struct sigframe *frame, u64 mask)
{
	atomic {
		frame->xstate_size = FRAME_SMALL;
		frame->magic2_behind = FRAME_SMALL;
		frame->fx.header.xfeatures &= mask | XFEATURES_FPSSE;
		for (int i = 0; i < NR_COMPONENTS; i++)
			for (int part = component_part[i]; part < component_part[i + 1]; part++)
				if (!(mask & component_bit[i]))
					frame->interrupted[part] = INIT;
	}
}

/* A program says that its frame is small, has components behind its end, and nothing mapped there. */
void frame_claim_small(struct sigframe *frame)
{
	atomic {
		frame->xstate_size = FRAME_SMALL;
		frame->magic2_behind = FRAME_SMALL;
		frame->last_page = PAGE_UNMAPPED;
	}
}

/* rt_sigreturn. False: the frame is bad, the task has SIGSEGV. */
bool sigreturn(struct sigframe *frame)
{
	bool restored;

	enter_kernel();
	sigreturn_begins();
	api_begins_mask(current, SIGNAL_FEATURES);
	restored = __fpu_restore_sig(frame);
	if (!restored && sigreturn_resets_always)
		fpu__clear_user_states();
	atomic {
		if (restored)
			canon_from_frame(frame);
		else
			canon_init(current, ENABLED_FEATURES & RESET_BY_SIGNAL);
		api_ends_mask(current, SIGNAL_FEATURES);
	}
	exit_to_user_mode();
	return restored;
}
