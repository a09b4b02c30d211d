/*
 * The PASID that ENQCMD sends along: a supervisor component behind IA32_PASID.
 *
 * 5.10 gave it to all threads of the process with an interrupt to every CPU that runs one; that was taken out
 * in 5.13 (9bfecd058339). From 5.18 (fa6af69f38d3) a thread gets it when its first ENQCMD raises #GP.
 */

/*
 * fa6af69f38d3, 5.18: threads are helped when they ask, by the handler of #GP; before, and since 9bfecd058339, 5.13,
 * ENQCMD was off
 */
knob_flag(pasid_by_fixup, kernel_version() >= KERNEL_VERSION(5, 18, 0));
/* 20f0afd1fb3d, 5.10, taken out by 9bfecd058339, 5.13: threads are told by interrupt */
knob_flag(pasid_by_ipi,
	kernel_version() >= KERNEL_VERSION(5, 10, 0) && kernel_version() < KERNEL_VERSION(5, 13, 0));

/* dc7507ddce59, 5.18: the child's copy of the PASID goes, whatever address space it has */
knob_flag(clone_clears_pasid, kernel_version() >= KERNEL_VERSION(5, 18, 0));
/*
 * No release known: the new program's threads start without a PASID, as those of a clone do. In the sources
 * that were read only clone clears pasid_activated.
 */
knob_flag(exec_clears_pasid_activated, false);

knob_flag(check_pasid_flag_is_right, true);

/* The interrupt that asks this CPU to look at its task's PASID. */
DEFINE_PER_CPU(bool, pasid_ipi);

property(no_foreign_pasid, "ENQCMD sends the PASID of the address space that the task runs in");
property(pasid_populated_once, "a thread whose PASID was populated keeps it");

/* I17; without a valid PASID the instruction sends nothing */
static void require_own_pasid(struct task_struct *tsk, enum xfeature f)
{
	token_t expected = tsk->mm->pasid;
	token_t found = read_reg(f, 0);

	require(no_foreign_pasid, found == INIT || found == expected);
	require(pasid_populated_once, found != INIT || !tsk->pasid_activated);
}

/*
 * User mode: ENQCMD. False if the program does not survive it.
 */
bool enqcmd(void)
{
	bool trapped;

	do {
		atomic {
			trapped = rdmsrl(MSR_IA32_PASID) == INIT;
			require_own_pasid(current, XFEATURE_PASID);
			if (trapped)
				enter_kernel_irqs_off();
		}
		if (trapped && !exc_general_protection())
			return false;
	} while (trapped);
	return true;
}

/* iommu_sva_alloc_pasid: the process is bound to a device. */
void mm_bind_pasid(token_t pasid)
{
	atomic {
		current->mm->pasid = pasid;
	}
}

/*
 * 5.10 to 5.12: in the interrupt, for whatever task it hits.
 */
void update_pasid(void)
{
	struct fpu *fpu = &current->thread.fpu;
	token_t pasid;
	void *addr;

	if (current->mm == NULL)
		return;
	pasid = current->mm->pasid;
	api_begins(current, XFEATURE_PASID);
	if (!test_thread_flag(TIF_NEED_FPU_LOAD)) {
		wrmsrl(MSR_IA32_PASID, pasid);
	} else {
		fpu->fpstate->regs.header.xfeatures |= BIT_ULL(XFEATURE_PASID);
		addr = __raw_xsave_addr(&fpu->fpstate->regs, XFEATURE_PASID);
		if (read_component(addr, XFEATURE_PASID) != pasid) {
			__fpu_invalidate_fpregs_state(fpu);
			write_component(addr, XFEATURE_PASID, pasid);
		}
	}
	api_completes(current, XFEATURE_PASID, pasid);
}

interrupt(pasid_ipi_arrives, 2, pasid_by_ipi && this_cpu_read(pasid_ipi) && !irqs_disabled())
{
	this_cpu_write(pasid_ipi, false);
	update_pasid();
}

/*
 * The process is bound to a device. 5.10 to 5.12: its threads have the PASID at once, and another CPU that runs one of them
 * is told; from 5.18 on each asks for it (#GP).
 */
void iommu_sva_bind_device(token_t pasid)
{
	if (!pasid_by_ipi) {
		mm_bind_pasid(pasid);
		return;
	}
	current->mm->pasid = pasid;
	if (NR_CPUS > 1) {
		cpu_t other = choose_cpu();

		assume(other != smp_processor_id());
		per_cpu(pasid_ipi, other) = true;
	}
	local_irq_disable();
	update_pasid();
	local_irq_enable();
}

on(void, dup_task, pasid)(struct task_struct *dst)
{
	dst->pasid_activated = false;
}

on(void, clone_state, pasid)(struct task_struct *dst, bool thread, token_t ssp)
{
	if (clone_clears_pasid)
		dst->thread.fpu.fpstate->regs.header.xfeatures &= ~BIT_ULL(XFEATURE_PASID);
}

/* No device is bound to the new address space. */
on(void, exec_mm, pasid)(void)
{
	api_begins(current, XFEATURE_PASID);
	current->mm->pasid = INIT;
	if (exec_clears_pasid_activated)
		current->pasid_activated = false;
}

/* I17; while a thread is helped the two change one after the other */
property(pasid_flag_is_right, "a thread has a PASID exactly if it was populated")
{
	return !check_pasid_flag_is_right || !pasid_by_fixup
		|| forall(tsk, tasks, !has_user_state(tsk) || is_pending(tsk, XFEATURE_PASID)
			|| tsk->pasid_activated == (canon_of(tsk, XFEATURE_PASID) != INIT));
}
