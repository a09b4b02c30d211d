/*
 * The frame of a signal and PKRU. From 6.12 all keys are open while the frame is written, so that it can go
 * to a stack with any key (70044df250d0); the old value is put into the frame afterwards. If the processor
 * tracks PKRU = 0 as initial, XSAVE leaves the bit in the frame clear, and sigreturn does not look at the
 * value: museum/m30-pkru-in-frame.c.
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

task(B)
{
	write_pkru(B1);
	expect(reg(XFEATURE_PKRU) == B1);
}

scenario(pkru_frame_6_12_not_tracked)
{
	cpu_profile("zen3");
	kernel("6.12");
	cpus(1);
	features(PKRU);
	set(partial_images, false);
	set(standard_images, true);
	set(pkru_always_in_use, true);
}

/* before, the frame held what the register held */
scenario(pkru_frame_5_14)
{
	cpu_profile("zen3");
	kernel("5.14");
	cpus(1);
	features(PKRU);
	set(partial_images, false);
	set(standard_images, true);
}
