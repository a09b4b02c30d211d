/*
 * M30: sigreturn ignores the PKRU that was put into the frame
 *
 * All keys are open while the frame is written, and the program's value is put into it afterwards. A
 * processor that tracks PKRU = 0 as initial has cleared the bit in the frame by then, so XRSTOR does not
 * look at the value.
 *
 * Fix: ae6012d72fa6 ("x86/pkeys: Ensure updated PKRU value is XRSTOR'd") 6.13
 * Since: 70044df250d0 6.12
 */
task(A)
{
	write_pkru(V1);
	expect(take_signal(&sigframes[0]));
	expect(reg(XFEATURE_PKRU) == KERNEL_INIT);
	write_pkru(V2);
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_PKRU) == V1);
}

task(B) { write_pkru(B1); }

scenario(fixed)
{
	cpu_profile("zen3"); kernel("6.13"); features(PKRU);
	softirqs(1);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(pkru_bit_in_frame, false); expect_violation("frame_holds_state"); }

scenario(linux_6_12) { like(fixed); kernel("6.12"); expect_violation("frame_holds_state"); }
