/*
 * The init image, as the kernel makes it once while it boots: registers in their initial configuration, saved. What is
 * in it is what everybody gets who asks for the bytes of a component that is initial.
 */

/*
 * f9dfb5e390fa, 5.13: with FXSAVE, for the components whose initial configuration is not all zeros; since 6bad06b76892 with
 * an instruction that leaves out what is initial
 */
knob_flag(init_image_by_fxsave, kernel_version() >= KERNEL_VERSION(5, 13, 0));
/* a401f45e3875, d3e021adac7c, 6.1: without components that a task gets on first use; since 5.16 */
knob_flag(init_image_without_dynamic,
	kernel_version() >= KERNEL_VERSION(6, 1, 0) || kernel_version() < KERNEL_VERSION(5, 16, 0));

/* Before the first program runs; the memory is zeros. */
void setup_init_fpu_buf(void)
{
	u64 features = init_image_without_dynamic ? DEFAULT_FEATURES : KERNEL_FEATURES;

	atomic {
		init_fpstate.xfeatures = features;
		xstate_memset(&init_fpstate.regs, 0, IMAGE_BYTES);
		init_fpstate.regs.header.xcomp_bv = COMPACTED_FORMAT ? features : 0;
		init_fpstate.regs.header.compacted = COMPACTED_FORMAT;
	}
	require(buffer_has_room, init_fpstate.size >= xstate_calculate_size(features, COMPACTED_FORMAT));
	os_xrstor(&init_fpstate, ~0ULL);
	if (init_image_by_fxsave)
		insn_fxsave(&init_fpstate.regs);
	else
		os_xsave(&init_fpstate);
}
