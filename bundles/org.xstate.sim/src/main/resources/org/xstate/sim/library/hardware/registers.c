/*
 * The extended registers of a CPU, as far as the scenario has their components, and what the processor remembers of
 * them: which were loaded or written since they were initialised (sticky XINUSE), which since the last restore
 * (XMODIFIED_BM and XRSTOR_INFO), IA32_XFD and IA32_XFD_ERR.
 *
 * Masks here have bit i for component i of the scenario (component_number[i]), unlike those in images.
 */

struct fpu_registers {
	token_t part[NR_PARTS];
	u32 touched : NR_COMPONENTS;
	u32 modified : NR_COMPONENTS;
	u32 xfd : XFD_BITS;		/* from component XFD_FIRST of the scenario on: few can be disabled */
	u32 xfd_err : XFD_BITS;
	struct xregs_state *restored_from;
	u64 restored_xcomp_bv : XFEATURE_BITS;
	bool restored_compacted;
};

DEFINE_PER_CPU(struct fpu_registers, fpregs);

/* CR4.OSXSAVE and CR4.OSFXSR are clear, as after reset: XSAVE's family, SSE and AVX raise #UD */
DEFINE_PER_CPU(bool, cr4_without_osxsave);

/* the scenario's components among those with these numbers */
static u32 dense(u64 mask)
{
	u32 result = 0;
	int i;

	for (i = 0; i < NR_COMPONENTS; i++) {
		if (mask & component_bit[i])
			result |= 1 << i;
	}
	return result;
}

/* the numbers of these components of the scenario */
static u64 sparse(u32 components)
{
	u64 result = 0;
	int i;

	for (i = 0; i < NR_COMPONENTS; i++) {
		if (components & (1 << i))
			result |= component_bit[i];
	}
	return result;
}

/* IA32_XFD: the components that it disables */
static u32 xfd_disabled(void)
{
	return XFEATURES_XFD ? this_cpu_read(fpregs.xfd) << XFD_FIRST : 0;
}

static void set_xfd_err(u32 components)
{
	if (XFEATURES_XFD)
		this_cpu_write(fpregs.xfd_err, components >> XFD_FIRST);
}

/* after a write to component i */
static void note_write(int i)
{
	if (xinuse_tracking == XINUSE_STICKY && !component_by_content[i])
		this_cpu_write(fpregs.touched, this_cpu_read(fpregs.touched) | (1 << i));
	if (modified_optimisation)
		this_cpu_write(fpregs.modified, this_cpu_read(fpregs.modified) | (1 << i));
}

/* component i takes its initial configuration; MXCSR has rules of its own */
static void initialise(int i)
{
	int part;

	for (part = component_part[i]; part < component_part[i + 1]; part++) {
		if (!part_is_mxcsr[part])
			this_cpu_write(fpregs.part[part], INIT);
	}
	if (xinuse_tracking == XINUSE_STICKY)
		this_cpu_write(fpregs.touched, this_cpu_read(fpregs.touched) & ~(1 << i));
}

/* one part of a component in this CPU's registers; INIT for a component that the scenario does not have */
token_t read_reg(enum xfeature f, int part)
{
	token_t value = INIT;

	if (part < nr_parts(f))
		value = this_cpu_read(fpregs.part[component_part[component_index[f]] + part]);
	return value;
}

/* what an instruction that writes registers does; a reload of MXCSR with its value is no modification (Zen 3, measured) */
void write_reg(enum xfeature f, int part, token_t value)
{
	int number;

	if (part >= nr_parts(f))
		return;
	number = component_part[component_index[f]] + part;
	atomic {
		if (!part_is_mxcsr[number])
			note_write(component_index[f]);
		else if (modified_optimisation && this_cpu_read(fpregs.part[number]) != value)
			this_cpu_write(fpregs.modified,
				       this_cpu_read(fpregs.modified) | (1 << component_index[f]));
		this_cpu_write(fpregs.part[number], value);
	}
}

/* all parts at once */
void set_reg(enum xfeature f, token_t value)
{
	int part;

	atomic {
		for (part = 0; part < nr_parts(f); part++)
			write_reg(f, part, value);
	}
}

/* what an instruction such as VZEROUPPER does: initial, and no longer in use */
void init_reg(enum xfeature f)
{
	if (component_index[f] == NR_COMPONENTS)
		return;
	atomic {
		note_write(component_index[f]);
		initialise(component_index[f]);
	}
}

/* for properties: whether all parts of a component in the registers of a CPU hold that value */
bool reg_is(cpu_t cpu, enum xfeature f, token_t value)
{
	int first;
	int part;

	if (component_index[f] == NR_COMPONENTS)
		return true;
	first = component_part[component_index[f]];
	for (part = first; part < component_part[component_index[f] + 1]; part++) {
		if (per_cpu(fpregs, cpu).part[part] != value)
			return false;
	}
	return true;
}

/* for properties: one part of a component in the registers of a CPU */
token_t reg_of(cpu_t cpu, enum xfeature f, int part)
{
	if (part >= nr_parts(f))
		return INIT;
	return per_cpu(fpregs, cpu).part[component_part[component_index[f]] + part];
}

/* whether the content of component i differs from its initial configuration; MXCSR does not count (SDM volume 1, 13.6) */
static bool differs_from_init(int i)
{
	int part;

	for (part = component_part[i]; part < component_part[i + 1]; part++) {
		if (!part_is_mxcsr[part] && this_cpu_read(fpregs.part[part]) != INIT)
			return true;
	}
	return false;
}

/* XINUSE of component i, IA32_XFD aside */
static bool component_in_use(int i)
{
	if (differs_from_init(i))
		return true;
	if (reports_in_use(component_number[i]))
		return true;
	if (component_by_content[i])
		return false;
	if (xinuse_tracking == XINUSE_STICKY)
		return this_cpu_read(fpregs.touched) & (1 << i);
	if (xinuse_tracking == XINUSE_ANY)
		return choose(0, 1);
	return false;
}

/* XGETBV(1): one component */
bool xinuse(enum xfeature f)
{
	bool result = false;

	atomic {
		if (component_index[f] != NR_COMPONENTS)
			result = component_in_use(component_index[f]);
	}
	return result;
}

/* INIT of a CPU that was offline: initial registers, and nothing enabled */
void cpu_reset(void)
{
	atomic {
		for (int i = 0; i < NR_COMPONENTS; i++)
			initialise(i);
		this_cpu_write(cr4_without_osxsave, true);
	}
}
