/*
 * Shadow stacks of user programs: a supervisor component with two parts, IA32_U_CET and IA32_PL3_SSP. 6.6 and
 * later.
 *
 * Whoever changes them makes the registers the truth first, then writes the MSRs (fpregs_lock_and_load). The
 * other way, a pointer into the buffer, is right only where the buffer is the truth: the child of a clone, a
 * stopped tracee.
 */

/*
 * how the kernel writes the MSRs of the current task; RAW_BUFFER is what fpregs_lock_and_load() was made to
 * replace
 */
knob(cet_access, LOCK_AND_LOAD, RAW_BUFFER, MSR_ONLY);

/* update_fpu_shstk(), 6.6: a thread's shadow stack pointer is its own */
knob_flag(clone_gives_shadow_stack, true);
/* a9d9c33132d4: the shadow stack pointer is asked for only while the shadow stack is on */
knob_flag(ssp_needs_shstk, true);

#define ENODEV 19

/*
 * IA32_U_CET and IA32_PL3_SSP of the current task, both at once, as shstk_setup() and shstk_disable() do it.
 */
static inline void cet_write_msrs(token_t user_cet, token_t user_ssp)
{
	void *addr;

	if (cet_access == LOCK_AND_LOAD) {
		fpregs_lock_and_load();
		wrmsrl(MSR_IA32_PL3_SSP, user_ssp);
		wrmsrl(MSR_IA32_U_CET, user_cet);
		fpregs_unlock();
	} else if (cet_access == MSR_ONLY) {
		fpregs_lock();
		wrmsrl(MSR_IA32_PL3_SSP, user_ssp);
		wrmsrl(MSR_IA32_U_CET, user_cet);
		fpregs_unlock();
	} else {
		fpregs_lock();
		current->thread.fpu.fpstate->regs.header.xfeatures |= BIT_ULL(XFEATURE_CET_USER);
		addr = __raw_xsave_addr(&current->thread.fpu.fpstate->regs, XFEATURE_CET_USER);
		write_part(addr, XFEATURE_CET_USER, CET_USER_SSP, user_ssp);
		write_part(addr, XFEATURE_CET_USER, CET_USER_CET, user_cet);
		fpregs_unlock();
	}
}

/* arch_prctl(ARCH_SHSTK_ENABLE) */
void shstk_setup(token_t enabled, token_t ssp)
{
	api_begins(current, XFEATURE_CET_USER);
	cet_write_msrs(enabled, ssp);
	atomic {
		current->shstk = true;
		canon_set_part(current, XFEATURE_CET_USER, CET_USER_CET, enabled);
		canon_set_part(current, XFEATURE_CET_USER, CET_USER_SSP, ssp);
		api_ends(current, XFEATURE_CET_USER);
	}
}

/* arch_prctl(ARCH_SHSTK_DISABLE) */
void shstk_disable(void)
{
	api_begins(current, XFEATURE_CET_USER);
	cet_write_msrs(INIT, INIT);
	atomic {
		current->shstk = false;
		canon_set_part(current, XFEATURE_CET_USER, CET_USER_CET, INIT);
		canon_set_part(current, XFEATURE_CET_USER, CET_USER_SSP, INIT);
		api_ends(current, XFEATURE_CET_USER);
	}
}

/*
 * User mode: a return whose address is not the one on the shadow stack. False: the program does not survive it.
 */
bool user_return_elsewhere(void)
{
	bool trapped;

	atomic {
		require(programs_run_in_user_mode, this_cpu_read(user_mode));
		trapped = rdmsrl(MSR_IA32_U_CET) != INIT;
		if (trapped)
			enter_kernel_irqs_off();
	}
	return !trapped || exc_control_protection();
}

/* Signal delivery pushes a restore token, sigreturn pops it: only IA32_PL3_SSP moves. */
void shstk_move_ssp(token_t ssp)
{
	if (!current->shstk)
		return;
	api_begins(current, XFEATURE_CET_USER);
	fpregs_lock_and_load();
	wrmsrl(MSR_IA32_PL3_SSP, ssp);
	fpregs_unlock();
	atomic {
		canon_set_part(current, XFEATURE_CET_USER, CET_USER_SSP, ssp);
		api_ends(current, XFEATURE_CET_USER);
	}
}

/*
 * In clone: the child's buffer holds what was saved from the parent, the parent's shadow stack pointer
 * included. A thread gets a stack of its own. False if the component was initial when it was saved.
 */
static inline bool update_fpu_shstk(struct task_struct *dst, token_t ssp)
{
	void *addr = get_xsave_addr(&dst->thread.fpu.fpstate->regs, XFEATURE_CET_USER);

	if (addr == NULL)
		return false;
	write_part(addr, XFEATURE_CET_USER, CET_USER_SSP, ssp);
	return true;
}

on(void, dup_task, cet)(struct task_struct *dst)
{
	dst->shstk = current->shstk;
}

on(void, clone_state, cet)(struct task_struct *dst, bool thread, token_t ssp)
{
	if (thread && current->shstk && clone_gives_shadow_stack)
		WARN_ON_ONCE(!update_fpu_shstk(dst, ssp));
}

on(void, clone_expected, cet)(struct task_struct *dst, bool thread, token_t ssp)
{
	if (thread && current->shstk)
		canon_set_part(dst, XFEATURE_CET_USER, CET_USER_SSP, ssp);
}

on(void, exec_done, cet)(void)
{
	current->shstk = false;
}

/* PTRACE_GETREGSET, NT_X86_SHSTK */
int ssp_get(struct task_struct *tsk)
{
	void *cet;

	if (ssp_needs_shstk && !tsk->shstk)
		return -ENODEV;
	if (tsk == current)
		fpu_sync_fpstate();
	cet = get_xsave_addr(&tsk->thread.fpu.fpstate->regs, XFEATURE_CET_USER);
	if (WARN_ON_ONCE(cet == NULL))
		return -ENODEV;
	return 0;
}

/* PTRACE_SETREGSET, NT_X86_SHSTK */
int ssp_set(struct task_struct *tsk, token_t ssp)
{
	void *cet;

	if (!tsk->shstk)
		return -ENODEV;
	api_begins(tsk, XFEATURE_CET_USER);
	fpu_force_restore(tsk);
	cet = get_xsave_addr(&tsk->thread.fpu.fpstate->regs, XFEATURE_CET_USER);
	if (WARN_ON_ONCE(cet == NULL)) {
		api_fails(tsk, XFEATURE_CET_USER);
		return -ENODEV;
	}
	atomic {
		write_part(cet, XFEATURE_CET_USER, CET_USER_SSP, ssp);
		canon_set_part(tsk, XFEATURE_CET_USER, CET_USER_SSP, ssp);
		api_fails(tsk, XFEATURE_CET_USER);
	}
	return 0;
}
