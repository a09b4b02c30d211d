/*
 * M14: the header of a signal frame goes into the kernel's buffer as it is
 *
 * sigreturn of a 32-bit program copies the frame before it restores from the copy. A reserved header byte
 * that is not 0 came along and stayed: every later restore from that buffer faults.
 *
 * Fix: 484cea4f362e ("x86/fpu: Prevent state corruption in __fpu__restore_sig()") 5.13
 * Since: b860eb8dce59 5.8
 * CVE: CVE-2021-47227
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	/* the handler is a 32-bit one, and may write its frame as it likes */
	atomic {
		sigframes[0].ia32 = true;
		sigframes[0].fx.header.reserved = __VERIFIER_nondet_bool();
	}
	sigreturn(&sigframes[0]);
	user_write(XFEATURE_AVX, V2);
}

task(B) { user_write(XFEATURE_AVX, B1); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX, PASID);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(uabi_header_checked, false); expect_violation("header_is_valid"); }

scenario(linux_5_12) { like(fixed); kernel("5.12"); expect_violation("header_is_valid"); }
