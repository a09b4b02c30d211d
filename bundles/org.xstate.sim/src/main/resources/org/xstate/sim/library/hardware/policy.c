/*
 * What the architecture leaves to the implementation. xinuse_tracking and xsave_instruction, standard_images and
 * partial_images are in machine.h: their defaults, and what the tables there hold, follow from the processor.
 */

/*
 * XSAVEOPT and XSAVES leave out components that are unmodified since the restore from the same image (SDM volume 1,
 * section 13.9; Zen 3 does so, measured). Costs state: which image was restored last, and what has changed since.
 */
knob_flag(modified_optimisation, false);

/*
 * What a restore that a page fault ends leaves in the registers: each component old, loaded or initialised, as the
 * architecture allows, or all as they were, as Zen 3 has them (measured).
 */
knob(restore_residue, RESIDUE_ANY, RESIDUE_NONE);
