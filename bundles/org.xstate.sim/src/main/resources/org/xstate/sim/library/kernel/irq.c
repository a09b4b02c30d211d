/*
 * Interrupts that use the FPU: where they come and whether they may is the kernel's matter, what they compute is not.
 * A softirq comes at the end of a hard interrupt or at local_bh_enable; either way it may begin as soon as it is allowed.
 */
range(0, SOFTIRQS) softirqs_left = SOFTIRQS;
range(0, HARDIRQS) hardirqs_left = HARDIRQS;
range(0, NMIS) nmis_left = NMIS;

void count_softirq(void)
{
	if (!endless_interrupts) {
		softirqs_left -= 1;
		if (softirqs_left == 0)
			cover("bound: softirqs");
	}
}

void count_hardirq(void)
{
	if (!endless_interrupts) {
		hardirqs_left -= 1;
		if (hardirqs_left == 0)
			cover("bound: hardirqs");
	}
}

void count_nmi(void)
{
	if (!endless_interrupts) {
		nmis_left -= 1;
		if (nmis_left == 0)
			cover("bound: NMIs");
	}
}

/* as the users of the FPU in interrupts do: ask, and have another way without it */
void use_fpu_if_usable(void)
{
	if (irq_fpu_usable())
		kernel_fpu_section();
	else
		cover("irq_fpu_usable() says no: the interrupt does without the FPU");
}

bool softirq_may_begin(void)
{
	return SOFTIRQS > 0 && (endless_interrupts || softirqs_left) && !preempt_rt && !this_cpu_read(irqs_off)
		&& this_cpu_read(softirq_depth) == 0;
}

interrupt(softirq, 1, softirq_may_begin())
{
	bool from_user;

	/* entry: the CPU's and the kernel's bookkeeping before the first line of a handler */
	atomic {
		count_softirq();
		from_user = this_cpu_read(user_mode);
		this_cpu_write(user_mode, false);
		this_cpu_write(softirq_depth, this_cpu_read(softirq_depth) + 1);
	}
	use_fpu_if_usable();
	local_bh_enable();
	if (from_user)
		exit_to_user_mode();
}

/* with PREEMPT_RT handlers are threads, as softirqs are */
bool hardirq_may_begin(void)
{
	return HARDIRQS > 0 && (endless_interrupts || hardirqs_left) && !preempt_rt && !this_cpu_read(irqs_off);
}

interrupt(hardirq, 2, hardirq_may_begin())
{
	bool from_user;

	atomic {
		count_hardirq();
		from_user = this_cpu_read(user_mode);
		this_cpu_write(user_mode, false);
		this_cpu_write(irqs_off, true);
		this_cpu_write(in_hardirq_context, true);
	}
	use_fpu_if_usable();
	atomic {
		this_cpu_write(in_hardirq_context, false);
		this_cpu_write(irqs_off, false);
	}
	if (from_user)
		exit_to_user_mode();
}

bool nmi_may_begin(void)
{
	return NMIS > 0 && (endless_interrupts || nmis_left) && !this_cpu_read(in_nmi_context);
}

/* interrupts may have been off before; on the way out of user mode they were on */
interrupt(nmi, 3, nmi_may_begin())
{
	bool from_user;
	bool were_off;

	atomic {
		count_nmi();
		from_user = this_cpu_read(user_mode);
		were_off = this_cpu_read(irqs_off);
		this_cpu_write(user_mode, false);
		this_cpu_write(irqs_off, true);
		this_cpu_write(in_nmi_context, true);
	}
	use_fpu_if_usable();
	atomic {
		this_cpu_write(in_nmi_context, false);
		this_cpu_write(irqs_off, were_off);
	}
	if (from_user)
		exit_to_user_mode();
}
