/*
 * M3: the owner of the registers is read once and used after a preemption
 *
 * The frame of a signal meets an absent page. While the page is brought in others run; the second try tests
 * whether the registers are still valid by the owner that the compiler kept from the first one, skips the
 * load, and stores the registers of whoever ran in between. Found with the signals of Go 1.14.
 *
 * Fix: 59c4bd853abc ("x86/fpu: Don't cache access to fpu_fpregs_owner_ctx") 5.4
 * Since: 5f409e20b794 5.2
 * CVE: CVE-2019-19602
 */
setup(last_page_is_absent) { sigframes[0].last_page = PAGE_ABSENT; }

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == V1);
}

task(B) { user_write(XFEATURE_AVX, B1); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(sigframe_rereads_owner, false); expect_violation("frame_holds_state"); }

scenario(linux_5_3) { like(fixed); kernel("5.3"); expect_violation("frame_holds_state"); }
