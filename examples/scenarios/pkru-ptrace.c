/*
 * A tracer sets PKRU of a stopped task. From 5.14 (e84ba47e313d) the value in the buffer is dead; ptrace went
 * on writing it there until 6.2 (4a804c4f8356), and a clear bit means 0, as XRSTOR has it (d7e5aceace51).
 */

task(A)
{
	write_pkru(V1);
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
}

task(B)
{
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	assert(uabi_value(&ptrace_buffer, XFEATURE_PKRU) == V1);
	if (__VERIFIER_nondet_bool())
		uabi_store(&ptrace_buffer, XFEATURE_PKRU, V2);
	else
		uabi_clear(&ptrace_buffer, XFEATURE_PKRU);
	assert(xstateregs_set(&tasks[0]));
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

scenario(pkru_ptrace_6_2)
{
	cpu_profile("zen3");
	kernel("6.2");
	cpus(1);
	features(PKRU);
	set(partial_images, false);
	set(standard_images, true);
}

/* what the tracer writes is lost */
scenario(pkru_ptrace_5_14)
{
	cpu_profile("zen3");
	kernel("5.14");
	cpus(1);
	features(PKRU);
	set(partial_images, false);
	set(standard_images, true);
	expect_violation("parked_pkru_is_right");
}

/* the value arrives, the clear bit does not */
scenario(pkru_ptrace_clear_bit)
{
	cpu_profile("zen3");
	kernel("6.2");
	cpus(1);
	features(PKRU);
	set(partial_images, false);
	set(standard_images, true);
	set(pkru_cleared_by_ptrace, false);
	expect_violation("parked_pkru_is_right");
}
