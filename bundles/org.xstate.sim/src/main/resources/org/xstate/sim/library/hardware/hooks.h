/*
 * Where a component's own text joins the text that is the same for all: on(type, name, who) is called at the place that
 * the hook's comment names.
 *
 * Masks here are those of images: bit f for component f.
 */

/* XGETBV(1), the init optimisation: whether a component is reported as in use although its registers are initial. */
hook(bool, reports_in_use)(enum xfeature f);

/* RDMSR, WRMSR: part_of_component() of what the MSR holds; 0 for an MSR that is not the component's. */
hook(u64, msr_holds)(int msr);

/* The components that vector instructions use, beyond x87 and SSE. */
hook(u64, vector_registers)(void);

/* XSAVES has written these components: what the processor changes in their registers then. */
hook(void, saved_by_xsaves)(u64 rfbm);

/* A restore would load these components: whether it raises #GP, and loads none, for what a register holds. */
hook(bool, refuses_load)(u64 loaded);

/*
 * For counting, and for looking on: a part changes nothing of the processor. An instruction was executed, without a
 * fault, on the components of RFBM; the kernel wrote a register of f with an instruction of its own (WRMSR, WRPKRU).
 */
hook(void, save_executed)(u64 rfbm);
hook(void, restore_executed)(u64 rfbm);
hook(void, register_written)(enum xfeature f);

/* what msr_holds gives for one part of a component */
u64 part_of_component(enum xfeature f, int part)
{
	return 1 << 16 | f << 8 | part;
}
