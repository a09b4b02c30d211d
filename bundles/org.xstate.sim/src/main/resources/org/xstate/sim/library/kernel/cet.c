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

#define HAS_CET_USER ((KERNEL_FEATURES & BIT_ULL(XFEATURE_CET_USER)) != 0)

/* Members of struct cet_user_state. */
#define CET_USER_CET 0
#define CET_USER_SSP 1

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

/* Signal delivery pushes a restore token, sigreturn pops it: only IA32_PL3_SSP moves. */
void shstk_move_ssp(token_t ssp)
{
	if (!HAS_CET_USER || !current->shstk)
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
