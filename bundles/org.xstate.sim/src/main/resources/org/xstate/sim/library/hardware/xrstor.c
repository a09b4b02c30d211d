/*
 * XRSTOR and XRSTORS (SDM volume 1, sections 13.8 and 13.12), at CPL 0. Each is one step and returns 0 or the vector of
 * what it raises. The header is checked, and IA32_XFD asked, before a register changes.
 */

/* whether XRSTOR (enabled: XCR0) or XRSTORS (XCR0 | IA32_XSS) raises #GP over the header */
static bool bad_header(struct xregs_state *xsave, u64 enabled)
{
	if (xsave->header.reserved)
		return true;
	if (!xsave->header.compacted)
		return xsave->header.xcomp_bv != 0 || (xsave->header.xfeatures & ~enabled) != 0;
	return !CPU_HAS_XSAVEC || (xsave->header.xcomp_bv & ~enabled) != 0
	       || (xsave->header.xfeatures & ~xsave->header.xcomp_bv) != 0;
}

/* component i from its place, or initial if XSTATE_BV says so; MXCSR aside */
static void load_component(struct xregs_state *xsave, int i)
{
	int layout = layout_of(xsave->header.xcomp_bv, xsave->header.compacted);
	int part;

	if (!(xsave->header.xfeatures & component_bit[i])) {
		initialise(i);
		return;
	}
	for (part = component_part[i]; part < component_part[i + 1]; part++) {
		if (part_is_mxcsr[part])
			continue;
		require(layout_known, place_of[layout][part] != NOWHERE);
		this_cpu_write(fpregs.part[part], read_place(xsave, place_of[layout][part], part));
	}
	if (xinuse_tracking == XINUSE_STICKY && !component_by_content[i])
		this_cpu_write(fpregs.touched, this_cpu_read(fpregs.touched) | (1 << i));
}

/* the standard format asks RFBM for SSE or AVX alone; the compacted one SSE's bits of RFBM and XSTATE_BV */
static void load_mxcsr(struct xregs_state *xsave, u64 rfbm)
{
	u64 sse = BIT_ULL(XFEATURE_SSE);

	if (!HAS_MXCSR)
		return;
	if (xsave->header.compacted ? (rfbm & xsave->header.xfeatures & sse) != 0
				    : (rfbm & (sse | BIT_ULL(XFEATURE_YMM))) != 0)
		this_cpu_write(fpregs.part[MXCSR_PART],
			       read_place(xsave, place_of[STANDARD_LAYOUT][MXCSR_PART], MXCSR_PART));
	else if (rfbm & sse)
		this_cpu_write(fpregs.part[MXCSR_PART], INIT);
}

static void remember_restore(struct xregs_state *xsave, u64 rfbm)
{
	if (!modified_optimisation)
		return;
	this_cpu_write(fpregs.modified, ALL_COMPONENTS & ~dense(rfbm));
	this_cpu_write(fpregs.restored_from, xsave);
	this_cpu_write(fpregs.restored_xcomp_bv, xsave->header.xcomp_bv);
	this_cpu_write(fpregs.restored_compacted, xsave->header.compacted);
}

static int restore(struct xregs_state *xsave, u64 rfbm, u64 enabled)
{
	u32 components = dense(rfbm);
	u32 disabled = components & dense(xsave->header.xfeatures) & xfd_disabled();
	int i;

	require(no_use_after_free, !xsave->freed);
	if (bad_header(xsave, enabled))
		return X86_TRAP_GP;
	if (disabled != 0) {
		set_xfd_err(disabled);
		return X86_TRAP_NM;
	}
	if (refuses_load(rfbm & xsave->header.xfeatures))
		return X86_TRAP_GP;
	load_mxcsr(xsave, rfbm);
	for (i = 0; i < NR_COMPONENTS; i++) {
		if (components & (1 << i))
			load_component(xsave, i);
	}
	load_x87_pointers(xsave, rfbm);
	remember_restore(xsave, rfbm);
	restore_executed(rfbm);
	return 0;
}

int insn_xrstor(struct xregs_state *xsave, u64 rfbm)
{
	int vector;

	if (this_cpu_read(cr4_without_osxsave))
		return X86_TRAP_UD;
	atomic {
		vector = restore(xsave, rfbm & XCR0, XCR0);
	}
	return vector;
}

int insn_xrstors(struct xregs_state *xsave, u64 rfbm)
{
	int vector = X86_TRAP_GP;

	if (!CPU_HAS_XSAVES || this_cpu_read(cr4_without_osxsave))
		return X86_TRAP_UD;
	atomic {
		if (xsave->header.compacted)
			vector = restore(xsave, rfbm & (XCR0 | XSS), XCR0 | XSS);
	}
	return vector;
}

/*
 * An XRSTOR that meets a page which is not there: the header passed, and every component of RFBM may be as it was, loaded
 * or initialised (knob restore_residue). Returns the vector of the page fault, or of what comes before it.
 */
int xrstor_interrupted(struct xregs_state *xsave, u64 rfbm)
{
	u32 components = dense(rfbm & XCR0);
	int vector = X86_TRAP_PF;
	int residue;
	int i;

	atomic {
		if (bad_header(xsave, XCR0))
			vector = X86_TRAP_GP;
		for (i = 0; vector == X86_TRAP_PF && restore_residue == RESIDUE_ANY && i < NR_COMPONENTS; i++) {
			if (!(components & (1 << i)))
				continue;
			residue = choose(0, 2);
			if (residue == 0)
				continue;
			if (modified_optimisation)
				this_cpu_write(fpregs.modified, this_cpu_read(fpregs.modified) | (1 << i));
			if (residue == 1)
				load_component(xsave, i);
			else
				initialise(i);
		}
	}
	return vector;
}
