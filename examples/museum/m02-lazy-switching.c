/*
 * M2: what one program has in its registers is there while another one runs (LazyFP)
 *
 * Lazy switching left the registers as they were, set CR0.TS and loaded the state of a program when its
 * first instruction raised #NM. No program could read the other's values. Speculation can: it goes on for a
 * while before #NM comes. Replacing the registers each time was the default by then, for being faster.
 *
 * Fix: 58122bf1d856 4.6
 * CVE: CVE-2018-3665
 */
task(A)
{
	user_write(XFEATURE_SSE, V1);
	expect(reg(XFEATURE_SSE) == V1);
}

task(B)
{
	expect(reg(XFEATURE_SSE) == INIT);
	user_write(XFEATURE_SSE, B1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.16"); features(SSE);
	set(partial_images, false); set(check_kernel_state, false);
	set(check_nothing_leaks_to_speculation, true);
}

scenario(broken) { like(fixed); set(eager_fpu, false); expect_violation("nothing_leaks_to_speculation"); }
