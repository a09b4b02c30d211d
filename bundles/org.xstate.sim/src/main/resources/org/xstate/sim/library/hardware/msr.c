/*
 * Registers that belong to components and have instructions of their own: MSRs, PKRU, IA32_XFD.
 */

#define MSR_IA32_U_CET 0x6a0
#define MSR_IA32_PL0_SSP 0x6a4
#define MSR_IA32_PL3_SSP 0x6a7
#define MSR_IA32_PASID 0xd93

/* WRMSR of an MSR that a component holds */
void wrmsrl(int msr, token_t value)
{
	switch (msr) {
	case MSR_IA32_PASID:
		write_reg(XFEATURE_PASID, 0, value);
		break;
	case MSR_IA32_U_CET:
		write_reg(XFEATURE_CET_USER, 0, value);
		break;
	case MSR_IA32_PL3_SSP:
		write_reg(XFEATURE_CET_USER, 1, value);
		break;
	case MSR_IA32_PL0_SSP:
		write_reg(XFEATURE_CET_KERNEL, 0, value);
		break;
	default:
		assert(false);
		break;
	}
}

/* RDMSR of an MSR that a component holds */
token_t rdmsrl(int msr)
{
	switch (msr) {
	case MSR_IA32_PASID:
		return read_reg(XFEATURE_PASID, 0);
	case MSR_IA32_U_CET:
		return read_reg(XFEATURE_CET_USER, 0);
	case MSR_IA32_PL3_SSP:
		return read_reg(XFEATURE_CET_USER, 1);
	case MSR_IA32_PL0_SSP:
		return read_reg(XFEATURE_CET_KERNEL, 0);
	default:
		assert(false);
		return TORN;
	}
}

token_t rdpkru(void)
{
	return read_reg(XFEATURE_PKRU, 0);
}

void wrpkru(token_t value)
{
	write_reg(XFEATURE_PKRU, 0, value);
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

/* an instruction that uses the registers of f: 0, or #NM with IA32_XFD_ERR set if IA32_XFD disables f */
int insn_use(enum xfeature f)
{
	int vector = 0;

	atomic {
		if (component_index[f] != NR_COMPONENTS
		    && (xfd_disabled() & (1 << component_index[f]))) {
			set_xfd_err(1 << component_index[f]);
			vector = X86_TRAP_NM;
		}
	}
	return vector;
}

/* TILERELEASE: both tile components initial */
void tile_release(void)
{
	atomic {
		init_reg(XFEATURE_XTILE_CFG);
		init_reg(XFEATURE_XTILE_DATA);
	}
}
