/*
 * Delivery of a signal whose frame meets an absent page, and return from the handler: what the program had
 * comes back. Between the two tries to write the frame, other tasks may use the registers.
 */

setup(last_page_is_absent)
{
	sigframes[0].last_page = PAGE_ABSENT;
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == INIT);
	user_write(XFEATURE_AVX, V2);
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == V1);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(signal_frame_5_18)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
}

scenario(signal_frame_6_16)
{
	like(signal_frame_5_18);
	kernel("6.16");
	softirqs(1);
	set(magic2_by_frame_size, true);
}
