/*
 * PKRU, the protection keys of user pages.
 *
 * A kernel that writes to user memory on behalf of a task obeys the task's keys, so the register has to be
 * right long before the return to user mode. 5.2 wrote it early on every switch and left it in the XRSTOR
 * mask as well; 5.14 took it out of the mask: it is switched in __switch_to, its home while a task is off the
 * CPU is thread.pkru, and the copy that XSAVE leaves in the task's buffer is dead.
 */

/*
 * 510b80a6a0f1, 5.13: a clear XSTATE_BV bit means the hardware's 0, not the kernel's default; since
 * 0cecca9d03c9, 5.2
 */
knob_flag(pkru_clear_bit_is_zero, kernel_version() >= KERNEL_VERSION(5, 13, 0));
/* 4a804c4f8356, 6.2: what ptrace sets reaches thread.pkru; since e84ba47e313d, 5.14 */
knob_flag(pkru_set_by_ptrace, kernel_version() >= KERNEL_VERSION(6, 2, 0));
/* d7e5aceace51, 6.2: ... and if the bit is clear in what ptrace sets, 0, as XRSTOR would have it */
knob_flag(pkru_cleared_by_ptrace, kernel_version() >= KERNEL_VERSION(6, 2, 0));
/* 70044df250d0, 6.12: the frame of a signal is written with all keys open */
knob_flag(pkru_open_for_frame, kernel_version() >= KERNEL_VERSION(6, 12, 0));
/*
 * ae6012d72fa6, 6.13: the frame's XSTATE_BV has the bit, whatever the register's state was when it was
 * written
 */
knob_flag(pkru_bit_in_frame, kernel_version() >= KERNEL_VERSION(6, 13, 0));

#define HAS_PKRU ((KERNEL_FEATURES & BIT_ULL(XFEATURE_PKRU)) != 0)

/* init_pkru_val: not what the hardware's initial configuration has, which is 0 and opens every key. */
static inline token_t pkru_get_init_value(void)
{
	return KERNEL_INIT;
}

u64 fpregs_restore_mask(void)
{
	return pkru_outside_xrstor ? ~BIT_ULL(XFEATURE_PKRU) : ~0ULL;
}

void x86_pkru_load(struct task_struct *next)
{
	if (!HAS_PKRU || !pkru_outside_xrstor)
		return;
	current->thread.pkru = rdpkru();
	if (current->thread.pkru != next->thread.pkru)
		wrpkru(next->thread.pkru);
}

void switch_fpu_finish_pkru(void)
{
	token_t pkru = pkru_get_init_value();
	void *pk;

	if (!HAS_PKRU || pkru_outside_xrstor)
		return;
	if (current->mm != NULL) {
		pk = get_xsave_addr(&current->thread.fpu.fpstate->regs, XFEATURE_PKRU);
		if (pk != NULL)
			pkru = read_component(pk, XFEATURE_PKRU);
		else if (pkru_clear_bit_is_zero)
			pkru = INIT;
	}
	wrpkru(pkru);
}

void pkru_write_default(void)
{
	if (HAS_PKRU)
		wrpkru(pkru_get_init_value());
}

void pkru_flush_thread(void)
{
	if (HAS_PKRU && pkru_outside_xrstor)
		current->thread.pkru = pkru_get_init_value();
	pkru_write_default();
}

/*
 * pkey_alloc() and pkey_set() in the kernel: the keys of the task that asks. Up to 5.13 the buffer had to be
 * told, too, because the next restore would bring its copy back; a component that was initial there was left
 * alone.
 */
void arch_set_user_pkey_access(token_t pkru)
{
	void *pk;

	api_begins(current, XFEATURE_PKRU);
	if (pkru_outside_xrstor) {
		wrpkru(pkru);
	} else {
		pk = get_xsave_addr(&current->thread.fpu.fpstate->regs, XFEATURE_PKRU);
		fpregs_lock();
		if (pk != NULL)
			write_component(pk, XFEATURE_PKRU, pkru);
		wrpkru(pkru);
		fpregs_unlock();
	}
	api_completes(current, XFEATURE_PKRU, pkru);
}

/*
 * The frame of a signal goes to a stack that may have any key. From 6.12 all keys are open while it is
 * written, and the old value is put into the frame afterwards.
 */
static inline token_t sig_prepare_pkru(void)
{
	token_t pkru = INIT;

	if (HAS_PKRU && pkru_open_for_frame) {
		pkru = rdpkru();
		wrpkru(INIT);
	}
	return pkru;
}

/* the frame could not be written: the program never sees that its keys were open */
static inline void sig_restore_pkru(token_t pkru)
{
	if (HAS_PKRU && pkru_open_for_frame)
		wrpkru(pkru);
}

static inline void update_pkru_in_sigframe(struct xregs_state *frame, token_t pkru)
{
	if (!HAS_PKRU || !pkru_open_for_frame)
		return;
	write_component(__raw_xsave_addr(frame, XFEATURE_PKRU), XFEATURE_PKRU, pkru);
	if (pkru_bit_in_frame)
		frame->header.xfeatures |= BIT_ULL(XFEATURE_PKRU);
}

/* The keys of a task that does not run, as every copy for user space has them. */
static inline token_t pkru_for_user(struct task_struct *tsk)
{
	void *pk;

	if (pkru_outside_xrstor)
		return tsk->thread.pkru;
	pk = get_xsave_addr(&tsk->thread.fpu.fpstate->regs, XFEATURE_PKRU);
	return pk == NULL ? INIT : read_component(pk, XFEATURE_PKRU);
}

/* What ptrace sets: set says whether the bit is set in what the tracer handed over. */
static inline void pkru_from_user(struct task_struct *tsk, bool set, token_t pkru)
{
	if (!HAS_PKRU || !pkru_outside_xrstor)
		return;
	if (set && pkru_set_by_ptrace)
		tsk->thread.pkru = pkru;
	if (!set && pkru_cleared_by_ptrace)
		tsk->thread.pkru = INIT;
}
