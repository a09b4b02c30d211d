/*
 * A CPU comes up: what it does before and after its FPU is there.
 */

/*
 * 2297554f01df, 6.16: irq_fpu_usable() says no on a CPU whose FPU is not set up, because kernel_fpu_allowed
 * starts as false; in_kernel_fpu, which it replaced, started as "not in use"
 */
knob_flag(bringup_forbids_kernel_fpu, kernel_version() >= KERNEL_VERSION(6, 16, 0));

/* CR4.OSFXSR and CR4.OSXSAVE, and XCR0 with them */
static inline void fpu__init_cpu(void)
{
	atomic {
		this_cpu_write(fpu_is_off, false);
		this_cpu_write(in_kernel_fpu, false);
	}
}

/* The microcode loader compares the SHA-256 of what it loads; the library takes vector registers where it may. */
static inline void load_ucode_ap(void)
{
	use_fpu_if_usable();
}

/* On the CPU that comes up, interrupts off, nobody's registers in it. */
void start_secondary(void)
{
	local_irq_disable();
	atomic {
		this_cpu_write(fpu_fpregs_owner_ctx, NULL);
		this_cpu_write(fpu_is_off, true);
		this_cpu_write(in_kernel_fpu, bringup_forbids_kernel_fpu);
	}
	load_ucode_ap();
	fpu__init_cpu();
	local_irq_enable();
}
