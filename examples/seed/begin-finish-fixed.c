/*
 * The pair of begin-finish.c, amended so that it is right, on a kernel of today.
 *
 * Why it is right:
 * - The lock comes first. What the buffer's format is, where the component lies in it and whether the registers are live
 *   can change until then: by preemption, a softirq, or the enabling of a component on first use.
 * - If the registers are live, all components are saved, not the one: TIF_NEED_FPU_LOAD speaks of the whole buffer. The
 *   kernel's own mask is used, so XCOMP_BV and all places stay as they are, and the address is computed afterwards.
 * - The flag is set right after that save, before the caller stores anything: should somebody use the FPU in between,
 *   the registers are not saved a second time over what was stored.
 * - Only then XSTATE_BV is looked at: where the save found the component initial it wrote no bytes, so the initial value
 *   is filled in and the bit set. So a caller who changes a part finds the rest in order.
 * - The component's initial value for the kernel may not be the hardware's; PKRU is not served at all from 5.14 on, since
 *   what the buffer holds of it is not used.
 * - finish takes back last_cpu, the half of "valid" that is about memory: otherwise the return to user mode would find
 *   that owner and last_cpu agree, load nothing, and the update would be lost.
 * - BUG_ON asks for the component's bit.
 *
 * What it relies on: kernel FPU sections in hard interrupts ask irq_fpu_usable, which refuses them while bottom halves are
 * off (59f5ede3bc0f, 5.18); a task other than current is stopped and stays so, which the caller has to see to.
 */
void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	struct xregs_state *xsave;
	void *addr;

	fpregs_lock();
	xsave = &tsk->thread.fpu.fpstate->regs;
	BUG_ON(!(xsave->header.xcomp_bv & BIT_ULL(xfeature)));
	BUG_ON(!(fpregs_restore_mask() & BIT_ULL(xfeature)));
	if (tsk == current && !test_thread_flag(TIF_NEED_FPU_LOAD)) {
		save_fpregs_to_fpstate(&current->thread.fpu);
		set_thread_flag(TIF_NEED_FPU_LOAD);
	}
	addr = __raw_xsave_addr(xsave, xfeature);
	if (!(xsave->header.xfeatures & BIT_ULL(xfeature))) {
		write_component(addr, xfeature, INIT);
		xsave->header.xfeatures |= BIT_ULL(xfeature);
	}
	return addr;
}

void finish_update_one_xsave_feature(struct task_struct *tsk)
{
	__fpu_invalidate_fpregs_state(&tsk->thread.fpu);
	fpregs_unlock();
}

void update(struct task_struct *tsk, enum xfeature xfeature, token_t value)
{
	void *addr;

	api_begins(tsk, xfeature);
	addr = begin_update_one_xsave_feature(tsk, xfeature);
	old_value_is_seen(tsk, xfeature, addr);
	write_component(addr, xfeature, value);
	finish_update_one_xsave_feature(tsk);
	api_completes(tsk, xfeature, value);
}

/* the caller: its own registers survive, its PASID is the new one, whatever comes between call and return */
void changes_its_pasid(void)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	update(current, XFEATURE_PASID, V2);
	continuation();
	exit_to_user_mode();
	expect(reg(XFEATURE_PASID) == V2);
	expect(reg(XFEATURE_AVX) == V1);
}

void second_task_begins_with_state(void)
{
	begins_with(&tasks[1], XFEATURE_AVX, B1);
	begins_with(&tasks[1], XFEATURE_PASID, B1);
}

/* the caller's PASID is in use at first, or initial */
setup(first_task_has_pasid)
{
	if (choose(0, 1))
		begins_live_with(&tasks[0], cpu(0), XFEATURE_PASID, V1);
}

/* every continuation, preemption anywhere, interrupts that use the FPU, one CPU */
scenario(current_on_one_cpu)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX, PASID);
	/* the pair is not the kernel's way to give a task a PASID, which keeps a note of it */
	set(check_pasid_flag_is_right, false);
	softirqs(1);
	hardirqs(1);
	continuations(CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD);
}

setup(second_task_has_state)
{
	second_task_begins_with_state();
}

task(A)
{
	changes_its_pasid();
}

task(B)
{
	user_write(XFEATURE_AVX, B2);
}

/* two CPUs; tasks move between them */
scenario(current_on_two_cpus)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX, PASID);
	/* the pair is not the kernel's way to give a task a PASID, which keeps a note of it */
	set(check_pasid_flag_is_right, false);
	migrations(2);
	continuations(CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD);
}

setup(second_task_has_state)
{
	second_task_begins_with_state();
}

task(A)
{
	changes_its_pasid();
}

task(B)
{
	user_write(XFEATURE_AVX, B2);
}

/* the same with a softirq that uses the FPU, and one move, so that there are not too many states */
scenario(current_on_two_cpus_with_softirq)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX, PASID);
	/* the pair is not the kernel's way to give a task a PASID, which keeps a note of it */
	set(check_pasid_flag_is_right, false);
	softirqs(1);
	migrations(1);
	continuations(CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD);
}

setup(second_task_has_state)
{
	second_task_begins_with_state();
}

task(A)
{
	changes_its_pasid();
}

task(B)
{
	user_write(XFEATURE_AVX, B2);
}

/* another task, stopped; its registers are still valid on the CPU where it ran last */
scenario(stopped_task)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX, PASID);
	/* the pair is not the kernel's way to give a task a PASID, which keeps a note of it */
	set(check_pasid_flag_is_right, false);
	migrations(1);
}

setup(target_was_stopped)
{
	begins_with(&tasks[1], XFEATURE_PASID, B1);
	begins_live_with(&tasks[1], cpu(1), XFEATURE_PASID, B1);
	per_cpu(fpu_fpregs_owner_ctx, cpu(1)) = &tasks[1].thread.fpu;
	tasks[1].thread.fpu.last_cpu = cpu(1);
	tasks[1].cpu = cpu(1);
	tasks[1].state = TASK_TRACED;
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	update(&tasks[1], XFEATURE_PASID, B2);
	wake_up_new_task(&tasks[1]);
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
}

task(B)
{
	expect(reg(XFEATURE_PASID) == B2);
	user_write(XFEATURE_AVX, B1);
}
