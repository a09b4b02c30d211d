/*
 * MSRs: those that components hold, and IA32_XFD.
 */

/* WRMSR of an MSR that a component holds */
void wrmsrl(int msr, token_t value)
{
	u64 held = msr_holds(msr);

	assert(held != 0);
	atomic {
		write_reg(held >> 8 & 0xff, held & 0xff, value);
		register_written(held >> 8 & 0xff);
	}
}

/* RDMSR of an MSR that a component holds */
token_t rdmsrl(int msr)
{
	u64 held = msr_holds(msr);

	assert(held != 0);
	return read_reg(held >> 8 & 0xff, held & 0xff);
}

/* RDMSR of IA32_XFD: bit i disables component i */
u64 read_xfd(void)
{
	return sparse(xfd_disabled());
}

/* WRMSR of IA32_XFD; a bit of a component that XFD cannot disable raises #GP, and is not modelled */
void write_xfd(u64 value)
{
	assert((value & ~XFEATURES_XFD) == 0);
	if (XFEATURES_XFD)
		this_cpu_write(fpregs.xfd, dense(value) >> XFD_FIRST);
}

/* IA32_XFD of a CPU, for properties */
u64 xfd_of(cpu_t cpu)
{
	return XFEATURES_XFD ? sparse(per_cpu(fpregs, cpu).xfd << XFD_FIRST) : 0;
}

/* RDMSR of IA32_XFD_ERR: what the last #NM of IA32_XFD was about */
u64 read_xfd_err(void)
{
	return XFEATURES_XFD ? sparse(this_cpu_read(fpregs.xfd_err) << XFD_FIRST) : 0;
}

void write_xfd_err(u64 value)
{
	set_xfd_err(dense(value));
}

/*
 * an instruction that uses the registers of f: 0, #UD if XCR0 leaves f out, #NM with IA32_XFD_ERR set if IA32_XFD disables
 * f
 */
int insn_use(enum xfeature f)
{
	int vector = 0;

	if (!(XCR0 & BIT_ULL(f)))
		return X86_TRAP_UD;
	atomic {
		if (component_index[f] != NR_COMPONENTS
		    && (xfd_disabled() & (1 << component_index[f]))) {
			set_xfd_err(1 << component_index[f]);
			vector = X86_TRAP_NM;
		}
	}
	return vector;
}
