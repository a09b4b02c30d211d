/*
 * #PF and #GP of the restore from a signal frame: the handler of the signal unmaps the end of its frame, lets it be
 * swapped out, or writes rubbish into the header. After #PF the page is brought in and the restore begins again, after
 * anything else the program has initial registers and SIGSEGV.
 */

task(A)
{
	bool absent;

	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	absent = __VERIFIER_nondet_bool();
	if (absent)
		sigframes[0].last_page = PAGE_ABSENT;
	else
		sigframes[0].fx.header.reserved = true;
	if (absent)
		expect(sigreturn(&sigframes[0]));
	else
		expect(!sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == (absent ? V1 : INIT));
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(user_restore_fixed_up)
{
	cpu_profile("sapphire-rapids");
	kernel("6.8");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
}

/* the caller does not know which it was: a #GP is tried again, and raises #GP again */
scenario(user_restore_does_not_tell)
{
	like(user_restore_fixed_up);
	set(user_restore_tells_vector, false);
	expect_violation("retry_makes_progress");
}

/* page faults stay enabled: the handler sleeps, under fpregs_lock */
scenario(user_restore_sleeps)
{
	like(user_restore_fixed_up);
	set(user_restore_disables_page_faults, false);
	expect_violation("no_sleep_while_locked");
}

/* and what comes of it: the other program goes on with what the half of a restore has left */
scenario(user_restore_sleeps_and_leaks)
{
	like(user_restore_fixed_up);
	set(user_restore_disables_page_faults, false);
	set(check_no_sleep_while_locked, false);
	set(check_kernel_state, false);
	expect_violation("nothing_leaks_into_user_mode");
}
