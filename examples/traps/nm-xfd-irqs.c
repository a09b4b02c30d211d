/*
 * #NM of the first tile instruction (5.16). Why it came is in IA32_XFD_ERR, a register of the CPU: it has to be read and
 * cleared before interrupts go on. The larger buffer comes from an allocation that may sleep: interrupts have to be on
 * by then. Between the two there is just one point, and it is where the kernel does it.
 */

task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V1));
	expect(reg(XFEATURE_XTILE_DATA) == V1);
}

task(B)
{
	expect(!user_tileload(B1));
	expect(signal_of(current) == SIGILL);
}

scenario(xfd_as_merged)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
}

scenario(xfd_irqs_on_at_gate)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_GATE);
	expect_violation("xfd_err_is_clear");
}

scenario(xfd_irqs_on_at_handler)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_HANDLER);
	expect_violation("xfd_err_is_clear");
}

/* read, but not cleared: a thread of a virtual CPU could enter its guest with it */
scenario(xfd_irqs_on_at_cause)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_CAUSE);
	expect_violation("xfd_err_is_clear");
}

/* cleared, and nothing done yet: as merged */
scenario(xfd_irqs_on_at_change)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_CHANGE);
}

/* behind the allocation */
scenario(xfd_irqs_on_at_changed)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_CHANGED);
	expect_violation("no_sleep_while_locked");
}

scenario(xfd_irqs_on_at_exit)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_EXIT);
	expect_violation("no_sleep_while_locked");
}

/* what it is set for: B has an #NM of its own, and its handler reads and clears what A's has not read yet */
scenario(xfd_irqs_on_at_handler_loses_cause)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_HANDLER);
	set(check_xfd_err_is_clear, false);
	expect_violation("trap_finds_own_cause");
}

/* what comes of it where nobody asks for the cause: B has answered for A, and the kernel dies of an unexplained #NM */
scenario(xfd_irqs_on_at_handler_is_fatal)
{
	like(xfd_as_merged);
	set(irqs_on_at, AT_HANDLER);
	set(check_kernel_state, false);
	expect_violation("no_oops");
}

/* the handler does not clear it */
scenario(xfd_err_stays)
{
	like(xfd_as_merged);
	set(xfd_err_cleared, false);
	expect_violation("xfd_err_is_clear");
}
