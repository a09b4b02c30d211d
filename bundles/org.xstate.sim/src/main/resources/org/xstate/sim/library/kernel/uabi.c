/*
 * The state of a task as user space exchanges it: standard format, user components only. What ptrace, core
 * dumps and the slow form of sigreturn share.
 */

/*
 * 9e4636545933, 5.7: a component whose bit is clear is written as its initial value, not left as the memory
 * was
 */
knob_flag(uabi_fills_init, kernel_version() >= KERNEL_VERSION(5, 7, 0));
/*
 * 484cea4f362e, 5.13: the header is checked on the way in; since b860eb8dce59, 5.8, it was taken as it came
 */
knob_flag(uabi_header_checked,
	kernel_version() >= KERNEL_VERSION(5, 13, 0) || kernel_version() < KERNEL_VERSION(5, 8, 0));

/* 471f0aa7fa64, 6.1: a component that init_fpstate has no place for is initial all the same; since 5.16 */
knob_flag(uabi_knows_dynamic_init,
	kernel_version() >= KERNEL_VERSION(6, 1, 0) || kernel_version() < KERNEL_VERSION(5, 16, 0));

/*
 * 5714ee50bb43, 5.8: the place of SSE is looked up by its number; since 9e4636545933, 5.7, by its mask, which is
 * the number of another component, further up
 */
knob_flag(uabi_finds_sse_by_number,
	kernel_version() >= KERNEL_VERSION(5, 8, 0) || kernel_version() < KERNEL_VERSION(5, 7, 0));

/* Software bytes 464 to 471 of a copy: XCR0, by which a debugger knows where components lie. */
#define SW_RESERVED_OFFSET 464

property(tracer_knows_layout, "a tracer is told which components the kernel has, and so where they lie");
property(no_garbage_to_user, "no byte that nobody wrote reaches user space");
property(tracer_sees_state, "what is copied out of a task is what the task has");

/* I8, I24: what user space was given */
static void require_copy_is_right(struct xregs_state *copy, struct task_struct *tsk)
{
	enum xfeature f;
	token_t expected;
	token_t found;

	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (!(tsk->thread.fpu.fpstate->user_xfeatures & component_bit[i]))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = canon_part(tsk, f, part);
			found = read_part((void *)copy + xstate_offset(copy, f), f, part);
			require(no_garbage_to_user, found != POISON);
			require(tracer_sees_state, is_pending(tsk, f) || found == expected);
			found = uabi_part(copy, f, part);
			require(tracer_sees_state, is_pending(tsk, f) || found == expected);
		}
	}
}

/* What the copy has of a component that is initial in the task's buffer. */
static token_t initial_part(enum xfeature f, int part)
{
	bool in_init_fpstate = (init_fpstate.xfeatures & BIT_ULL(f)) != 0;

	if (in_init_fpstate)
		return read_part(__raw_xsave_addr(&init_fpstate.regs, f), f, part);
	/* initial is all zeros for every component that is not there */
	return uabi_knows_dynamic_init ? INIT : read_part(NULL, f, part);
}

/* Where the copy has a component. */
static void *place_in_copy(struct xregs_state *to, enum xfeature f)
{
	enum xfeature index = f == XFEATURE_SSE && !uabi_finds_sse_by_number ? XFEATURE_YMM : f;

	return (void *)to + xstate_offset(to, index);
}

/* Whether the copy got to the software bytes: it goes upwards, and never back. */
static bool copy_tells_xcr0(struct xregs_state *to)
{
	return !(to->header.xfeatures & BIT_ULL(XFEATURE_SSE))
		|| offset_of(place_in_copy(to, XFEATURE_SSE)) < SW_RESERVED_OFFSET;
}

static void copy_component_to_uabi(struct xregs_state *to, struct xregs_state *xsave, enum xfeature f)
{
	for (int part = 0; part < nr_parts(f); part++) {
		if (xsave->header.xfeatures & BIT_ULL(f))
			write_part(place_in_copy(to, f), f, part,
				read_part(__raw_xsave_addr(xsave, f), f, part));
		else if (uabi_fills_init)
			write_part((void *)to + xstate_offset(to, f), f, part, initial_part(f, part));
	}
}

/* The components of mask in a buffer, in the standard format. */
void copy_fpstate_to_uabi(struct xregs_state *to, struct fpstate *fpstate, u64 mask)
{
	struct xregs_state *xsave = &fpstate->regs;

	to->header.xcomp_bv = 0;
	to->header.compacted = false;
	to->header.reserved = false;
	to->header.xfeatures = xsave->header.xfeatures & mask;
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (mask & component_bit[i])
			copy_component_to_uabi(to, xsave, component_number[i]);
}

/* The state of tsk, whose buffer is the truth, into the buffer of a user. */
void copy_xstate_to_uabi(struct xregs_state *to, struct task_struct *tsk)
{
	atomic {
		copy_fpstate_to_uabi(to, tsk->thread.fpu.fpstate, tsk->thread.fpu.fpstate->user_xfeatures);
		copy_to_uabi(to, tsk);
		require(tracer_knows_layout, copy_tells_xcr0(to));
		require_copy_is_right(to, tsk);
	}
}

static inline bool validate_user_xstate_header(struct xregs_state *from, struct fpstate *fpstate)
{
	if (from->header.xfeatures & ~fpstate->user_xfeatures)
		return false;
	return from->header.xcomp_bv == 0 && !from->header.compacted && !from->header.reserved;
}

static void copy_component_from_uabi(struct xregs_state *xsave, struct xregs_state *from, enum xfeature f)
{
	for (int part = 0; part < nr_parts(f); part++)
		write_part(__raw_xsave_addr(xsave, f), f, part, uabi_part(from, f, part));
}

/* What a user handed over, into a buffer. Supervisor components are not the user's to change. */
bool copy_uabi_to_fpstate(struct fpstate *fpstate, struct xregs_state *from)
{
	struct xregs_state *xsave = &fpstate->regs;
	u64 features = from->header.xfeatures;

	if (uabi_header_checked && !validate_user_xstate_header(from, fpstate))
		return false;
	atomic {
		for (int i = 0; i < NR_COMPONENTS; i++)
			if (features & fpstate->user_xfeatures & component_bit[i])
				copy_component_from_uabi(xsave, from, component_number[i]);
		if (!uabi_header_checked)
			xsave->header.reserved = from->header.reserved;
		xsave->header.xfeatures &= XSS;
		xsave->header.xfeatures |= features & fpstate->user_xfeatures;
	}
	return true;
}

bool copy_uabi_to_xstate(struct task_struct *tsk, struct xregs_state *from)
{
	return copy_uabi_to_fpstate(tsk->thread.fpu.fpstate, from);
}
