/*
 * PKRU, the protection keys of user pages.
 *
 * A kernel that writes to user memory on behalf of a task obeys the task's keys, so the register has to be
 * right long before the return to user mode. 5.2 wrote it early on every switch and left it in the XRSTOR
 * mask as well; 5.14 took it out of the mask: it is switched in __switch_to, its home while a task is off the
 * CPU is thread.pkru, and the copy that XSAVE leaves in the task's buffer is dead.
 */

/* 5.14: PKRU is written eagerly at each switch and is no component of the full restore any more */
knob_flag(pkru_outside_xrstor, kernel_version() >= KERNEL_VERSION(5, 14, 0));
/*
 * 510b80a6a0f1, 5.13: a clear XSTATE_BV bit means the hardware's 0, not the kernel's default; since
 * 0cecca9d03c9, 5.2
 */
knob_flag(pkru_clear_bit_is_zero, kernel_version() >= KERNEL_VERSION(5, 13, 0));
/*
 * stable 5.10.y, 7bea460b4a6b, bae7fc6f0dc6: the register is written whatever XSTATE_BV says; those kernels left it alone
 * where the bit was clear
 */
knob_flag(pkru_written_for_clear_bit, true);
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

knob_flag(check_parked_pkru_is_right, true);

/* init_pkru_val: not what the hardware's initial configuration has, which is 0 and opens every key. */
static inline token_t pkru_get_init_value(void)
{
	return KERNEL_INIT;
}

on(u64, left_out_of_restore, pkru)(void)
{
	return pkru_outside_xrstor ? BIT_ULL(XFEATURE_PKRU) : 0;
}

/* KVM loads the guest's keys, and the host's again, around the entry. */
on(u64, switched_by_hypervisor, pkru)(void)
{
	return BIT_ULL(XFEATURE_PKRU);
}

/* x86_pkru_load(), 5.14 and later: the protection keys change hands with the task. */
on(void, switch_to, pkru)(struct task_struct *next)
{
	if (!pkru_outside_xrstor)
		return;
	current->thread.pkru = rdpkru();
	if (current->thread.pkru != next->thread.pkru)
		wrpkru(next->thread.pkru);
}

/* 5.2 to 5.13, in switch_fpu_finish(): long before the restore that loads the rest. */
on(void, switched_in, pkru)(void)
{
	token_t pkru = pkru_get_init_value();
	void *pk;

	if (pkru_outside_xrstor)
		return;
	if (current->mm != NULL) {
		pk = get_xsave_addr(&current->thread.fpu.fpstate->regs, XFEATURE_PKRU);
		if (pk != NULL)
			pkru = read_component(pk, XFEATURE_PKRU);
		else if (!pkru_written_for_clear_bit)
			return;
		else if (pkru_clear_bit_is_zero)
			pkru = INIT;
	}
	wrpkru(pkru);
}

static void pkru_write_default(void)
{
	wrpkru(pkru_get_init_value());
}

/* The handler of a signal starts with the default. */
on(void, user_states_cleared, pkru)(void)
{
	pkru_write_default();
	current->thread.pkru_before_frame = INIT;
}

/* The keys that a new program starts with, in the register and in the task. */
on(void, flush_thread, pkru)(void)
{
	if (pkru_outside_xrstor)
		current->thread.pkru = pkru_get_init_value();
	pkru_write_default();
}

/* The child has its parent's keys; the copy of them in its buffer is dead. */
on(void, clone_state, pkru)(struct task_struct *dst, bool thread, token_t ssp)
{
	if (pkru_outside_xrstor)
		dst->thread.pkru = rdpkru();
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
on(void, sigframe_prepare, pkru)(void)
{
	if (pkru_open_for_frame) {
		current->thread.pkru_before_frame = rdpkru();
		wrpkru(INIT);
	}
}

/* the frame could not be written: the program never sees that its keys were open */
on(void, sigframe_failed, pkru)(void)
{
	if (pkru_open_for_frame)
		wrpkru(current->thread.pkru_before_frame);
	current->thread.pkru_before_frame = INIT;
}

/* update_pkru_in_sigframe() */
on(void, sigframe_written, pkru)(struct xregs_state *frame)
{
	if (!pkru_open_for_frame)
		return;
	write_component(__raw_xsave_addr(frame, XFEATURE_PKRU), XFEATURE_PKRU,
		current->thread.pkru_before_frame);
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

/* What is copied for user space comes from where the keys are, not from the dead copy in the buffer. */
on(void, copy_to_uabi, pkru)(struct xregs_state *to, struct task_struct *tsk)
{
	if (pkru_outside_xrstor)
		uabi_store(to, XFEATURE_PKRU, tsk->thread.pkru);
}

on(void, regset_written, pkru)(struct task_struct *tsk, struct xregs_state *from)
{
	bool set = (from->header.xfeatures & BIT_ULL(XFEATURE_PKRU)) != 0;

	if (!pkru_outside_xrstor)
		return;
	if (set && pkru_set_by_ptrace)
		tsk->thread.pkru = uabi_value(from, XFEATURE_PKRU);
	if (!set && pkru_cleared_by_ptrace)
		tsk->thread.pkru = INIT;
}

/* User mode: WRPKRU. */
void write_pkru(token_t value)
{
	user_write(XFEATURE_PKRU, value);
}

/* new programs have the kernel's default, wherever the version keeps it */
setup(pkru_is_the_default)
{
	for (int i = 0; i < NR_CPUS && nr_parts(XFEATURE_PKRU) > 0; i++)
		per_cpu(fpregs, cpu(i)).part[component_part[component_index[XFEATURE_PKRU]]] = KERNEL_INIT;
	for (int i = 0; i < NR_TASKS + NR_CPUS; i++) {
		tasks[i].thread.pkru = KERNEL_INIT;
		if (tasks[i].mm != NULL)
			begins_with(&tasks[i], XFEATURE_PKRU, KERNEL_INIT);
	}
}

static bool parked_pkru(struct task_struct *tsk, enum xfeature f)
{
	token_t expected = canon_of(tsk, f);
	token_t found = tsk->thread.pkru;

	return is_pending(tsk, f) || found == expected;
}

/* I16; in user mode the register is compared as every other */
property(parked_pkru_is_right, "thread.pkru of a task that runs nowhere is the PKRU that it has to see")
{
	return !check_parked_pkru_is_right || !pkru_outside_xrstor
		|| forall(tsk, tasks, !has_user_state(tsk) || tsk->on_cpu || parked_pkru(tsk, XFEATURE_PKRU));
}
