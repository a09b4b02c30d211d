/*
 * FIP, FDP and FOP: where the last x87 instruction and its operand were. They are kept beside the component, and only for
 * processors that leave them out: AMD's before Zen save and load them only while an exception is pending.
 */

/* no XSAVEERPTR (CPUID.8000_0008:EBX[2] clear); without it the pointers are not modelled */
knob_flag(x87_pointers_with_exception_only, false);

DEFINE_PER_CPU(token_t, x87_pointers);
DEFINE_PER_CPU(bool, x87_exception_is_pending);

static void save_x87_pointers(struct xregs_state *xsave, u64 rfbm)
{
	if (!x87_pointers_with_exception_only || !(rfbm & BIT_ULL(XFEATURE_FP)))
		return;
	xsave->x87_exception_is_pending = this_cpu_read(x87_exception_is_pending);
	if (this_cpu_read(x87_exception_is_pending))
		xsave->x87_pointers = this_cpu_read(x87_pointers);
}

static void load_x87_pointers(struct xregs_state *xsave, u64 rfbm)
{
	bool pending = (xsave->header.xfeatures & BIT_ULL(XFEATURE_FP)) && xsave->x87_exception_is_pending;

	if (!x87_pointers_with_exception_only || !(rfbm & BIT_ULL(XFEATURE_FP)))
		return;
	this_cpu_write(x87_exception_is_pending, pending);
	if (pending)
		this_cpu_write(x87_pointers, xsave->x87_pointers);
}

/* an x87 instruction at a place, with an operand, that the token stands for */
void write_x87_pointers(token_t value)
{
	if (x87_pointers_with_exception_only)
		this_cpu_write(x87_pointers, value);
}

/* FXSAVE of a program that has unmasked an exception which was raised before: the pointers are saved, whosever they are */
token_t fxsave_x87_pointers(void)
{
	return this_cpu_read(x87_pointers);
}
