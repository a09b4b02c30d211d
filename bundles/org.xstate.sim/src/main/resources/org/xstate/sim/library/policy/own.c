/*
 * What the standard expansions of restore policies share: a place in each task for the values of components, and what
 * programs and system calls do with a component of any policy.
 */

/* what a kernel starts a component with: init_pkru_val and the like, else the processor's initial configuration */
static token_t initial_value(int i)
{
	return KERNEL_INIT_FEATURES & component_bit[i] ? KERNEL_INIT : INIT;
}

/* The component becomes initial in an image that has a place for it. */
static void image_set_initial(struct xregs_state *xsave, int i)
{
	enum xfeature f = component_number[i];

	atomic {
		xsave->header.xfeatures &= ~BIT_ULL(f);
		if (initial_value(i) != INIT) {
			write_component((void *)xsave + xstate_offset(xsave, f), f, initial_value(i));
			xsave->header.xfeatures |= BIT_ULL(f);
		}
	}
}

static void own_set(struct task_struct *tsk, int i, token_t value)
{
	for (int part = 0; part < nr_parts(component_number[i]); part++)
		tsk->thread.own[own_part[i] + part] = value;
}

static void own_from_registers(struct task_struct *tsk, int i)
{
	for (int part = 0; part < nr_parts(component_number[i]); part++)
		tsk->thread.own[own_part[i] + part] = read_reg(component_number[i], part);
}

/* A register is written only if the value differs: the write is what costs. */
static void own_to_registers(struct task_struct *tsk, int i)
{
	for (int part = 0; part < nr_parts(component_number[i]); part++)
		if (read_reg(component_number[i], part) != tsk->thread.own[own_part[i] + part])
			write_reg(component_number[i], part, tsk->thread.own[own_part[i] + part]);
}

static void own_from_image(struct task_struct *tsk, int i, struct xregs_state *xsave)
{
	for (int part = 0; part < nr_parts(component_number[i]); part++)
		tsk->thread.own[own_part[i] + part] = uabi_part(xsave, component_number[i], part);
}

static void own_to_image(struct task_struct *tsk, int i, struct xregs_state *xsave)
{
	enum xfeature f = component_number[i];

	for (int part = 0; part < nr_parts(f); part++)
		write_part((void *)xsave + xstate_offset(xsave, f), f, part, tsk->thread.own[own_part[i] + part]);
	xsave->header.xfeatures |= BIT_ULL(f);
}

/* new tasks have the kernel's initial value, wherever the policy keeps it */
setup(components_are_initial)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (STANDARD_FEATURES & KERNEL_INIT_FEATURES & component_bit[i]) {
			for (int c = 0; c < NR_CPUS; c++)
				for (int part = component_part[i]; part < component_part[i + 1]; part++)
					per_cpu(fpregs, cpu(c)).part[part] = KERNEL_INIT;
			for (int t = 0; t < NR_TASKS + NR_CPUS; t++) {
				own_set(&tasks[t], i, KERNEL_INIT);
				if (tasks[t].mm != NULL && DEFAULT_FEATURES & component_bit[i])
					begins_with(&tasks[t], component_number[i], KERNEL_INIT);
				else if (tasks[t].mm != NULL)
					canon_set(&tasks[t], component_number[i], KERNEL_INIT);
			}
		}
}
