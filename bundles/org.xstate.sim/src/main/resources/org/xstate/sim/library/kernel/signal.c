/*
 * Delivery of a signal, and return from its handler.
 */

/*
 * 59c4bd853abc, 5.4: the owner is read anew at each try; since 5f409e20b794, 5.2, the compiler could keep
 * what it had read
 */
knob_flag(sigframe_rereads_owner, kernel_version() >= KERNEL_VERSION(5, 4, 0));
/* d8778e393afa, 5.13: registers that a failed XRSTOR changed belong to nobody; since 1d731e731c4c */
knob_flag(sigreturn_invalidates_owner, kernel_version() >= KERNEL_VERSION(5, 13, 0));
/* efa165504943, 5.13: every failure resets the registers; since 72a671ced66d */
knob_flag(sigreturn_resets_always, kernel_version() >= KERNEL_VERSION(5, 13, 0));
/* d877550eaf2d, 6.8: faults in what the kernel's size says, not the frame's; since fcb3635f5018, 5.14 */
knob_flag(sigreturn_faults_in_kernel_size,
	kernel_version() >= KERNEL_VERSION(6, 8, 0) || kernel_version() < KERNEL_VERSION(5, 14, 0));
/*
 * 44eeff9bc467 takes back dc8aa31a7ac2, 6.16: the second magic number stands behind the frame's own size. It is of
 * May 2026; that 7.1 is its first release is assumed.
 */
knob_flag(magic2_by_frame_size,
	kernel_version() < KERNEL_VERSION(6, 16, 0) || kernel_version() >= KERNEL_VERSION(7, 1, 0));

/*
 * d9c9ce34ed5c, 5.2: if the frame cannot be written at once, again from the registers; before, from the
 * kernel's buffer
 */
knob_flag(sigframe_retries, true);

/*
 * 52d0b8b18776, 5.16: the software's words are made on the stack, all of them set; since 53599b4d54b9, which is not in a
 * release without the fix, those without a meaning are what was there
 */
knob_flag(sigframe_words_are_set, true);

property(retry_makes_progress, "a try that is made again finds a page that the last one missed");
property(frame_holds_state, "the frame of a signal holds what the program had when the signal came");

/* Components that a signal may change: those of user space, and those that a handler starts without. */
#define SIGNAL_FEATURES (ENABLED_FEATURES & (XCR0 | RESET_BY_SIGNAL))

/* 5.2 and 5.3: whether to load is decided by an owner that was read before the last preemption. */
static inline void restore_userregs_by(struct fpu *owner)
{
	if (owner != &current->thread.fpu || current->thread.fpu.last_cpu != smp_processor_id())
		restore_fpregs_from_fpstate(current->thread.fpu.fpstate, fpregs_restore_mask());
	else
		cover("registers count as valid by the owner that was read");
	fpregs_mark_activate();
}

/* XSAVE to user memory with page faults off. What it wrote before the fault stays. */
static inline bool copy_fpregs_to_sigframe(struct sigframe *frame)
{
	u64 mask = current->thread.fpu.fpstate->user_xfeatures;

	if (frame_faults(frame))
		return false;
	insn_xsave(&frame->fx, mask);
	sigframe_written(&frame->fx);
	return true;
}

/* I24 */
static void require_frame_is_right(struct sigframe *frame, struct task_struct *tsk)
{
	enum xfeature f;
	token_t expected;
	token_t found;

	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (!(tsk->thread.fpu.fpstate->user_xfeatures & component_bit[i]))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = frame->interrupted[component_part[i] + part];
			found = uabi_part(&frame->fx, f, part);
			require(frame_holds_state, found == expected);
		}
	}
}

/*
 * Up to 5.1, with the standard format: the bytes of the kernel's buffer. What the save left out because it
 * was initial is whatever was there before, and the frame says of x87 and SSE that it is theirs.
 */
static inline bool copy_buffer_to_sigframe(struct sigframe *frame)
{
	if (!fault_in(frame, FRAME_KERNEL))
		return false;
	fpregs_lock();
	if (!test_thread_flag(TIF_NEED_FPU_LOAD))
		os_xsave(current->thread.fpu.fpstate);
	fpregs_unlock();
	memcpy(&frame->fx, &current->thread.fpu.fpstate->regs, IMAGE_BYTES);
	return true;
}

static inline bool copy_fpstate_to_sigframe(struct sigframe *frame)
{
	struct fpu *owner = this_cpu_read(fpu_fpregs_owner_ctx);
	bool written;

	frame->fx.header.xfeatures = 0;
	frame->fx.header.reserved = false;
retry:
	fpregs_lock();
	if (sigframe_rereads_owner)
		owner = this_cpu_read(fpu_fpregs_owner_ctx);
	if (test_thread_flag(TIF_NEED_FPU_LOAD))
		restore_userregs_by(owner);
	written = copy_fpregs_to_sigframe(frame);
	fpregs_unlock();
	if (!written && !sigframe_retries) {
		if (!copy_buffer_to_sigframe(frame))
			return false;
	} else if (!written) {
		if (!fault_in(frame, FRAME_KERNEL))
			return false;
		require(retry_makes_progress, !frame_faults(frame));
		goto retry;
	}
	atomic {
		frame->magic1 = true;
		frame->xstate_size = FRAME_KERNEL;
		frame->magic2_behind = FRAME_KERNEL;
		frame->padding = sigframe_words_are_set ? INIT : POISON;
		require(no_garbage_to_user, frame->padding != POISON);
		frame->fx.header.xfeatures |= XFEATURES_FPSSE;
		require_frame_is_right(frame, current);
	}
	return true;
}

/* The supervisor components of the buffer, and no others. */
static inline void os_xrstor_supervisor(struct fpstate *fpstate)
{
	os_xrstor(fpstate, XSS & fpregs_restore_mask());
}

/*
 * The user components become initial, the supervisor components stay: before a handler runs, and after a bad
 * frame.
 */
void fpu__clear_user_states(void)
{
	fpregs_lock();
	if ((XSS != 0) && !fpregs_state_valid())
		os_xrstor_supervisor(current->thread.fpu.fpstate);
	if (xfd_synced_on_signal)
		xfd_update_state(current->thread.fpu.fpstate);
	os_xrstor(&init_fpstate, XCR0 & fpregs_restore_mask());
	user_states_cleared();
	fpregs_mark_activate();
	fpregs_unlock();
}

/* A signal is delivered on the way to user mode. False: the frame cannot be written, the task is killed. */
bool handle_signal(struct sigframe *frame)
{
	bool written;

	atomic {
		for (int part = 0; part < NR_PARTS; part++)
			frame->interrupted[part] = canon[task_number(current)][part];
		api_begins_mask(current, SIGNAL_FEATURES);
	}
	sigframe_prepare();
	written = copy_fpstate_to_sigframe(frame);
	if (written)
		fpu__clear_user_states();
	else
		sigframe_failed();
	atomic {
		if (written)
			canon_init(current, ENABLED_FEATURES & RESET_BY_SIGNAL);
		api_ends_mask(current, SIGNAL_FEATURES);
	}
	return written;
}

/* The signal comes while the program runs. */
bool take_signal(struct sigframe *frame)
{
	bool delivered;

	enter_kernel();
	delivered = handle_signal(frame);
	exit_to_user_mode();
	return delivered;
}
