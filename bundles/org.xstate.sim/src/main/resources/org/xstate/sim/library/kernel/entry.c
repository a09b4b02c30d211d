/* Into the kernel and back to user mode; what programs do there. */

void enter_kernel(void)
{
	this_cpu_write(user_mode, false);
}

/* what a trap does that comes in with interrupts off, as all do on x86-64 */
void enter_kernel_irqs_off(void)
{
	atomic {
		this_cpu_write(user_mode, false);
		this_cpu_write(irqs_off, true);
	}
}

void exit_to_user_mode(void)
{
	local_irq_disable();
	prepare_registers_for_user();
	/* IRET and SYSRET change both at once */
	atomic {
		this_cpu_write(user_mode, true);
		this_cpu_write(irqs_off, false);
	}
}

/* an instruction that writes a component */
void user_write(enum xfeature f, token_t value)
{
	atomic {
		require(programs_run_in_user_mode, this_cpu_read(user_mode));
		use_registers();
		set_reg(f, value);
		canon_set(current, f, value);
	}
}

void user_write_part(enum xfeature f, int part, token_t value)
{
	atomic {
		require(programs_run_in_user_mode, this_cpu_read(user_mode));
		use_registers();
		write_reg(f, part, value);
		canon_set_part(current, f, part, value);
	}
}

/* an instruction after which a component is initial and not in use: VZEROUPPER, FNINIT */
void user_init(enum xfeature f)
{
	atomic {
		require(programs_run_in_user_mode, this_cpu_read(user_mode));
		use_registers();
		init_reg(f);
		canon_set(current, f, INIT);
	}
}

/* an instruction that reads a component: TORN if its parts hold different values */
token_t reg(enum xfeature f)
{
	token_t value;

	atomic {
		require(programs_run_in_user_mode, this_cpu_read(user_mode));
		use_registers();
		value = read_reg(f, 0);
		for (int part = 1; part < nr_parts(f); part++)
			if (read_reg(f, part) != value)
				value = TORN;
	}
	return value;
}
