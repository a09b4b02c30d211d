/*
 * What is executed from the entry of the call to the next user instruction of its target, by whomever. "Full" covers the
 * whole mask with which the kernel saves or restores a task; everything else is partial, side buffers included.
 */
ghost range(0, 60) xsave_full;
ghost range(0, 60) xsave_partial;
ghost range(0, 60) xrstor_full;
ghost range(0, 60) xrstor_partial;
ghost range(0, 60) register_write;

bool covers_all(u64 rfbm, u64 all)
{
	return (all & ~rfbm) == 0;
}

on(void, save_executed, cost)(u64 rfbm)
{
	if (covers_all(rfbm, DEFAULT_FEATURES))
		xsave_full += 1;
	else
		xsave_partial += 1;
}

on(void, restore_executed, cost)(u64 rfbm)
{
	if (covers_all(rfbm, DEFAULT_FEATURES & fpregs_restore_mask()))
		xrstor_full += 1;
	else
		xrstor_partial += 1;
}

/* WRMSR and WRPKRU of the kernel's own */
on(void, register_written, cost)(enum xfeature f)
{
	register_write += 1;
}

/* the component's own instruction, as RDPKRU or RDMSR; not counted */
token_t read_instruction(enum xfeature f)
{
	token_t value = read_reg(f, 0);

	for (int part = 1; part < nr_parts(f); part++)
		if (read_reg(f, part) != value)
			value = TORN;
	return value;
}

/* the component's own instruction, as WRPKRU or WRMSR, executed by the kernel */
void write_instruction(enum xfeature f, token_t value)
{
	set_reg(f, value);
	register_write += 1;
}
