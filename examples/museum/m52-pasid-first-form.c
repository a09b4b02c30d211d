/*
 * M52: the first posted fpu__pasid_write() writes the MSR where memory is the truth
 *
 * The flag is set, but the registers still count as valid: it wrote the MSR alone. If the thread is
 * switched out before it returns to user mode, nothing is saved, and the next restore brings the old PASID
 * back. Luto saw it in review; it was never in a release.
 *
 * Fix: fa6af69f38d3 ("x86/traps: Demand-populate PASID MSR via #GP") 5.18
 */
task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	expect(enqcmd());
	expect(enqcmd());
}

task(B) { user_write(XFEATURE_AVX, B1); }

kernel_thread(K) { schedule(); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false); set(check_kernel_state, false);
}

/* the same place, interrupts on, by the rule of the answer: write what is the truth, invalidate the rest */
scenario(answered)
{
	like(fixed); hardirqs(0); set(irqs_on_at, AT_HANDLER); set(pasid_on_gp, PASID_WRITE_TRUTH);
}

scenario(broken) { like(answered); set(pasid_on_gp, PASID_WRITE_V1); expect_violation("update_is_kept"); }
