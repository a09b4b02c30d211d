/*
 * XSAVE, XSAVEOPT, XSAVEC and XSAVES (SDM volume 1, sections 13.7 and 13.9 to 13.11), at CPL 0. Each is one step and
 * returns 0 or the vector of what it raises.
 *
 * XSAVE and XSAVEOPT write the standard format and leave XCOMP_BV and the XSTATE_BV bits outside of RFBM alone. XSAVEC
 * and XSAVES write the compacted format of RFBM: XCOMP_BV becomes RFBM, and every other XSTATE_BV bit 0.
 */

/* which of the components are not to be saved as initial: in use, and not disabled by IA32_XFD */
static u32 saved_in_use(u32 components)
{
	u32 result = 0;
	int i;

	for (i = 0; i < NR_COMPONENTS; i++) {
		if ((components & (1 << i)) && !(xfd_disabled() & (1 << i)) && component_in_use(i))
			result |= 1 << i;
	}
	return result;
}

static bool mxcsr_is_init(void)
{
	return !HAS_MXCSR || this_cpu_read(fpregs.part[MXCSR_PART]) == INIT;
}

/* the components that the modified optimisation lets XSAVEOPT and XSAVES leave out */
static u32 unmodified(struct xregs_state *xsave, u64 xcomp_bv, bool compacted)
{
	u32 result = 0;
	int i;

	if (!modified_optimisation || this_cpu_read(fpregs.restored_from) != xsave)
		return 0;
	if (this_cpu_read(fpregs.restored_xcomp_bv) != xcomp_bv
	    || this_cpu_read(fpregs.restored_compacted) != compacted)
		return 0;
	for (i = 0; i < NR_COMPONENTS; i++) {
		/* was restored as initial: if it counts as in use all the same, its bytes have to be written */
		if (xinuse_tracking == XINUSE_ANY && !(xsave->header.xfeatures & component_bit[i]))
			continue;
		if (!(this_cpu_read(fpregs.modified) & (1 << i))
		    && !(xinuse_tracking == XINUSE_STICKY && component_by_content[i]))
			result |= 1 << i;
	}
	return result;
}

/* what the components hold, initial values for those that IA32_XFD disables; MXCSR aside */
static void save_components(struct xregs_state *xsave, int layout, u32 components)
{
	int i;
	int part;

	for (i = 0; i < NR_COMPONENTS; i++) {
		if (!(components & (1 << i)))
			continue;
		for (part = component_part[i]; part < component_part[i + 1]; part++) {
			if (part_is_mxcsr[part])
				continue;
			require(layout_known, place_of[layout][part] != NOWHERE);
			write_place(xsave, place_of[layout][part], part,
				    (xfd_disabled() & (1 << i)) ? INIT : this_cpu_read(fpregs.part[part]));
		}
	}
}

static void save_mxcsr(struct xregs_state *xsave)
{
	if (HAS_MXCSR)
		write_place(xsave, place_of[STANDARD_LAYOUT][MXCSR_PART], MXCSR_PART,
			    this_cpu_read(fpregs.part[MXCSR_PART]));
}

/* opt: XSAVEOPT, which leaves out what is initial or unmodified */
static void save_standard(struct xregs_state *xsave, u64 rfbm, bool opt)
{
	u32 in_use = saved_in_use(dense(rfbm));
	u32 written = dense(rfbm);

	require(no_use_after_free, !xsave->freed);
	if (opt)
		written = in_use & ~unmodified(xsave, 0, false);
	if (rfbm & (BIT_ULL(XFEATURE_SSE) | BIT_ULL(XFEATURE_YMM)))
		save_mxcsr(xsave);
	save_components(xsave, STANDARD_LAYOUT, written);
	save_x87_pointers(xsave, rfbm);
	xsave->header.xfeatures = (xsave->header.xfeatures & ~rfbm) | sparse(in_use);
	save_executed(rfbm);
}

/* opt: XSAVES, which leaves out what is unmodified, too */
static void save_compacted(struct xregs_state *xsave, u64 rfbm, bool opt)
{
	u32 in_use = saved_in_use(dense(rfbm));
	u32 written;

	require(no_use_after_free, !xsave->freed);
	if (!mxcsr_is_init())
		in_use |= dense(rfbm & BIT_ULL(XFEATURE_SSE));
	written = in_use;
	if (opt)
		written &= ~unmodified(xsave, rfbm, true);
	if (written & dense(BIT_ULL(XFEATURE_SSE)))
		save_mxcsr(xsave);
	save_components(xsave, layout_of(rfbm, true), written);
	save_x87_pointers(xsave, rfbm);
	xsave->header.xfeatures = sparse(in_use);
	xsave->header.xcomp_bv = rfbm;
	xsave->header.compacted = true;
	save_executed(rfbm);
}

/* FXSAVE: the legacy region as it is in the registers, initial or not; the header is not touched */
void insn_fxsave(struct xregs_state *xsave)
{
	atomic {
		require(no_use_after_free, !xsave->freed);
		save_mxcsr(xsave);
		save_components(xsave, STANDARD_LAYOUT, dense(BIT_ULL(XFEATURE_FP) | BIT_ULL(XFEATURE_SSE)));
	}
}

int insn_xsave(struct xregs_state *xsave, u64 rfbm)
{
	if (this_cpu_read(cr4_without_osxsave))
		return X86_TRAP_UD;
	atomic {
		save_standard(xsave, rfbm & XCR0, false);
	}
	return 0;
}

int insn_xsaveopt(struct xregs_state *xsave, u64 rfbm)
{
	if (!CPU_HAS_XSAVEOPT || this_cpu_read(cr4_without_osxsave))
		return X86_TRAP_UD;
	atomic {
		save_standard(xsave, rfbm & XCR0, true);
	}
	return 0;
}

int insn_xsavec(struct xregs_state *xsave, u64 rfbm)
{
	if (!CPU_HAS_XSAVEC || this_cpu_read(cr4_without_osxsave))
		return X86_TRAP_UD;
	atomic {
		save_compacted(xsave, rfbm & XCR0, false);
	}
	return 0;
}

int insn_xsaves(struct xregs_state *xsave, u64 rfbm)
{
	if (!CPU_HAS_XSAVES || this_cpu_read(cr4_without_osxsave))
		return X86_TRAP_UD;
	atomic {
		save_compacted(xsave, rfbm & (XCR0 | XSS), true);
		saved_by_xsaves(rfbm & (XCR0 | XSS));
	}
	return 0;
}
