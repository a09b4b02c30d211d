/*
 * The thread that runs a virtual CPU: while it is in KVM_RUN, its fpstate is the guest's.
 */

/*
 * 2620fe268e80 and c9aef3b85f42, 5.6: TIF_NEED_FPU_LOAD is looked at with interrupts off, just before the
 * entry
 */
knob_flag(kvm_loads_before_entry, kernel_version() >= KERNEL_VERSION(5, 6, 0));
/* b45f72177594, 6.19: what the guest disarms loses its XSTATE_BV bit in the guest's buffer */
knob_flag(kvm_clears_bv_for_xfd, kernel_version() >= KERNEL_VERSION(6, 19, 0));
/* c9aef3b85f42, 5.6: registers that are not live are not saved */
knob_flag(kvm_saves_live_only, kernel_version() >= KERNEL_VERSION(5, 6, 0));

/* 8b05b3c98816, 6.17: buffers of guests have supervisor components, some that only they have (CET_S) */
knob_flag(guest_only_supervisor, kernel_version() >= KERNEL_VERSION(6, 17, 0));

/*
 * 1937e18cc3cf, 6.15: memory for the kernel's own format, not for that of user space; since 69f6ed1d14c6. It went
 * unnoticed while guests had user components only
 */
knob_flag(guest_size_is_the_kernels, kernel_version() >= KERNEL_VERSION(6, 15, 0));

#define GUEST_FEATURES (guest_only_supervisor ? KERNEL_FEATURES : KERNEL_FEATURES & XCR0)

/* What has to be seen once the other of the thread's two states is back: the guest's, or the thread's own. */
ghost token_t other_canon[NR_PARTS];

property(guest_sees_its_state, "a guest finds in its registers what it left there");

static void swap_canon(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++) {
		if (switched_by_hypervisor() & component_bit[i])
			continue;
		for (int part = component_part[i]; part < component_part[i + 1]; part++) {
			token_t value = other_canon[part];

			other_canon[part] = canon[task_number(current)][part];
			canon[task_number(current)][part] = value;
		}
	}
}

/* The buffer of the guest that a scenario with the knob guest_state has. */
struct fpstate *guest_fpstate(void)
{
	return &fpstates[NR_FPSTATES - 1];
}

/* Everything that the processor has; the guest has disarmed nothing yet. */
setup(guest_has_a_buffer)
{
	if (guest_state) {
		struct fpstate *guest = guest_fpstate();

		guest->xfeatures = GUEST_FEATURES;
		guest->user_xfeatures = GUEST_FEATURES & XCR0;
		guest->is_guest = true;
		guest->size = guest_size_is_the_kernels
			? xstate_calculate_size(GUEST_FEATURES, COMPACTED_FORMAT)
			: xstate_calculate_size(GUEST_FEATURES & XCR0, false);
		init_image(&guest->regs, COMPACTED_FORMAT ? GUEST_FEATURES : 0);
	}
}

/* enter: the guest's buffer takes the place of the task's own; else the other way round. */
void fpu_swap_kvm_fpstate(struct fpstate *guest, bool enter)
{
	require(buffer_has_room, guest->size >= xstate_calculate_size(guest->xfeatures, COMPACTED_FORMAT));
	fpregs_lock();
	if (!current->thread.fpu.fpstate->is_confidential
	    && (!kvm_saves_live_only || !test_thread_flag(TIF_NEED_FPU_LOAD)))
		os_xsave(current->thread.fpu.fpstate);
	atomic {
		current->thread.fpu.fpstate = enter ? guest : current->thread.fpu.__fpstate;
		guest->in_use = enter;
		swap_canon();
	}
	if (!current->thread.fpu.fpstate->is_confidential)
		restore_fpregs_from_fpstate(current->thread.fpu.fpstate, fpregs_restore_mask());
	else
		xfd_update_state(current->thread.fpu.fpstate);
	fpregs_mark_activate();
	fpregs_unlock();
}

/* WRMSR of IA32_XFD by the guest, intercepted. */
void fpu_update_guest_xfd(struct fpstate *guest, u64 xfd)
{
	/* what is disarmed may be lost: nobody has to see it again */
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (xfd & component_bit[i])
			api_begins(current, component_number[i]);
	fpregs_lock();
	guest->xfd = xfd;
	if (kvm_clears_bv_for_xfd)
		guest->regs.header.xfeatures &= ~xfd;
	if (guest->in_use)
		xfd_update_state(guest);
	fpregs_unlock();
}

static inline void guest_write(enum xfeature f, token_t value)
{
	set_reg(f, value);
	canon_set(current, f, value);
}

static inline void guest_checks(void)
{
	struct task_struct *tsk = current;
	enum xfeature f;
	token_t expected;
	token_t found;

	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (switched_by_hypervisor() & component_bit[i] || is_pending(tsk, f))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = canon_part(tsk, f, part);
			found = read_reg(f, part);
			require(guest_sees_its_state, found == expected);
		}
	}
}

/*
 * One entry: up to the exit the guest has the registers. writes: the guest leaves value in f.
 */
void vcpu_enter_guest(bool writes, enum xfeature f, token_t value)
{
	preempt_disable();
	local_irq_disable();
	if (kvm_loads_before_entry && test_thread_flag(TIF_NEED_FPU_LOAD))
		fpregs_restore_userregs();
	atomic {
		guest_checks();
		if (writes)
			guest_write(f, value);
	}
	local_irq_enable();
	preempt_enable();
}
