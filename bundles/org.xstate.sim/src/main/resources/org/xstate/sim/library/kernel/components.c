/*
 * Calls that are about all components of a task, or all that user space sees: what has to be seen, and what
 * is exempt while the call lasts.
 */

#define XFEATURES_FPSSE (BIT_ULL(XFEATURE_FP) | BIT_ULL(XFEATURE_SSE))

void api_begins_mask(struct task_struct *tsk, u64 mask)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (mask & component_bit[i])
			api_begins(tsk, component_number[i]);
}

/* The call is over; what has to be seen from now on was set part by part. */
void api_ends(struct task_struct *tsk, enum xfeature f)
{
	api_fails(tsk, f);
	if (component_index[f] != NR_COMPONENTS)
		set_by_call[task_number(tsk)][component_index[f]] = true;
}

void api_ends_mask(struct task_struct *tsk, u64 mask)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (mask & component_bit[i])
			api_ends(tsk, component_number[i]);
}

/* These components are initial, by the kernel's policy for a new program or a handler. */
void canon_init(struct task_struct *tsk, u64 mask)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (mask & component_bit[i])
			canon_set(tsk, component_number[i],
				KERNEL_INIT_FEATURES & component_bit[i] ? KERNEL_INIT : INIT);
}

/* The value of a component in an image that a user has: initial if its bit is clear. */
token_t uabi_part(struct xregs_state *xsave, enum xfeature f, int part)
{
	if (!(xsave->header.xfeatures & BIT_ULL(f)))
		return INIT;
	return read_part((void *)xsave + xstate_offset(xsave, f), f, part);
}

token_t uabi_value(struct xregs_state *xsave, enum xfeature f)
{
	if (!(xsave->header.xfeatures & BIT_ULL(f)))
		return INIT;
	return read_component((void *)xsave + xstate_offset(xsave, f), f);
}

/* A program changes an image in its memory. */
void uabi_store(struct xregs_state *xsave, enum xfeature f, token_t value)
{
	atomic {
		xsave->header.xfeatures |= BIT_ULL(f);
		write_component((void *)xsave + xstate_offset(xsave, f), f, value);
	}
}

void uabi_clear(struct xregs_state *xsave, enum xfeature f)
{
	xsave->header.xfeatures &= ~BIT_ULL(f);
}

/* User mode: an instruction that reads one part of a component. */
token_t reg_part(enum xfeature f, int part)
{
	token_t value;

	atomic {
		require(programs_run_in_user_mode, this_cpu_read(user_mode));
		value = read_reg(f, part);
	}
	return value;
}
