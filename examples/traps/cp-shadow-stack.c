/*
 * #CP: a return goes elsewhere than the shadow stack says, and the program has SIGSEGV (6.6). The log says where its
 * shadow stack was: IA32_PL3_SSP, read before interrupts go on. Whether that order matters was asked in the review, since
 * the MSR is switched with the task. It does: the switch back to the task does not load it, the way to user mode does.
 */

task(A)
{
	enter_kernel();
	shstk_setup(V1, V2);
	exit_to_user_mode();
	expect(!user_return_elsewhere());
	expect(signal_of(current) == SIGSEGV);
}

task(B)
{
	enter_kernel();
	shstk_setup(B1, B2);
	exit_to_user_mode();
}

/* as merged */
scenario(cp_reads_then_irqs)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(CET_U);
	softirqs(1);
	set(partial_images, false);
}

scenario(cp_irqs_then_reads)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(CET_U);
	set(partial_images, false);
	set(irqs_on_at, AT_HANDLER);
	expect_violation("trap_finds_registers_live");
}

/* what is reported then is the shadow stack of the other program */
scenario(cp_irqs_then_reads_wrong_pointer)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(CET_U);
	set(partial_images, false);
	set(irqs_on_at, AT_HANDLER);
	set(check_trap_assumptions, false);
	expect_violation("reported_ssp_is_right");
}

/* the registers are loaded first: then the place does not matter */
scenario(cp_irqs_then_loads_and_reads)
{
	like(cp_reads_then_irqs);
	set(irqs_on_at, AT_HANDLER);
	set(cp_reads_ssp, CP_LOADS_AND_READS);
}
