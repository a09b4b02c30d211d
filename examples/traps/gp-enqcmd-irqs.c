/*
 * #GP of ENQCMD as merged in 5.18 (fa6af69f38d3): one WRMSR, because the registers are the task's for as long as
 * interrupts are off. Here the point at which they go on moves along the way of the exception, and the fix-up stays as
 * it is: it breaks as long as anything can come between the gate and the WRMSR, and no later. The first two break what
 * the handler says it needs at its first line, the next two what it needs at the WRMSR.
 */

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	user_write(XFEATURE_AVX, V2);
	expect(enqcmd());
	expect(reg(XFEATURE_AVX) == V2);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
}

/* interrupts stay off up to the way to user mode */
scenario(enqcmd_as_merged)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
}

scenario(enqcmd_irqs_on_at_gate)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_GATE);
	expect_violation("trap_finds_irqs_off");
}

scenario(enqcmd_irqs_on_at_handler)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_HANDLER);
	expect_violation("trap_finds_irqs_off");
}

/* mm and task have been looked at */
scenario(enqcmd_irqs_on_at_cause)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_CAUSE);
	expect_violation("trap_finds_registers_live");
}

/* the line before the WRMSR: the last point that is too early */
scenario(enqcmd_irqs_on_at_change)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_CHANGE);
	expect_violation("trap_finds_registers_live");
}

/* behind the WRMSR: the first that is late enough */
scenario(enqcmd_irqs_on_at_changed)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_CHANGED);
}

scenario(enqcmd_irqs_on_at_exit)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_EXIT);
}

/* what the program notices where nobody asks for interrupts to be off: its PASID is lost again */
scenario(enqcmd_irqs_on_at_handler_seen_by_user)
{
	like(enqcmd_as_merged);
	set(irqs_on_at, AT_HANDLER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}

/*
 * without interrupts that use the FPU, preemption does worse: the WRMSR hits registers that another task still owns, and
 * that task goes on with a PASID of somebody else's address space
 */
scenario(enqcmd_irqs_on_at_handler_gives_pasid_away)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(irqs_on_at, AT_HANDLER);
	set(check_kernel_state, false);
	expect_violation("nothing_leaks_into_user_mode");
}
