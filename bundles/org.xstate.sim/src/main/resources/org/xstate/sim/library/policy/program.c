/*
 * What programs and system calls do with a component that has no text of its own: the same words for every component and
 * every policy.
 */

property(component_is_enabled, "nobody needs a component that the kernel has not enabled (#UD, or no system call for it)");
property(value_is_of_the_process, "an instruction uses the value of the process that it runs in");
knob_flag(check_component_is_enabled, true);
knob_flag(check_value_is_of_the_process, true);

property(component_is_in_force, "what the kernel does on behalf of a task obeys the task's component");
knob_flag(check_component_is_in_force, true);

void require_enabled(enum xfeature f)
{
	require(component_is_enabled, !check_component_is_enabled || ((XCR0 | XSS) & BIT_ULL(f)) != 0);
}

/*
 * User mode: an instruction that writes the component, or makes the processor write it. False if the program does not
 * survive it: IA32_XFD disarms the component, and the process has no permission for it.
 */
bool program_sets_component(enum xfeature f, token_t value)
{
	bool trapped;

	require_enabled(f);
	do {
		atomic {
			trapped = (XCR0 & BIT_ULL(f)) != 0 && insn_use(f) != 0;
			if (trapped)
				enter_kernel_irqs_off();
			else
				user_write(f, value);
		}
		if (trapped && !exc_device_not_available())
			return false;
	} while (trapped);
	return true;
}

/*
 * User mode: an instruction that needs the value of its process in the component, and raises an exception (that of the
 * policy, else #GP) while the component is initial, as ENQCMD does. False if the program does not survive it.
 */
bool program_needs_component(enum xfeature f)
{
	int i = component_index[f];
	int vector = trap_of[i] == NO_VECTOR ? X86_TRAP_GP : trap_of[i];
	bool trapped;
	bool again;

	require_enabled(f);
	do {
		atomic {
			trapped = reg(f) == INIT;
			require(value_is_of_the_process, !check_value_is_of_the_process || trapped
				|| reg(f) == current->mm->demanded[demanded_index[i]]);
			if (trapped)
				enter_kernel_irqs_off();
		}
		again = trapped && handle_exception(vector);
	} while (again);
	return !trapped;
}

/*
 * A system call that sets the component of current: its registers are made the truth, and written. Whatever the policy,
 * they are the task's until it leaves the CPU or the kernel uses them.
 */
void set_component(enum xfeature f, token_t value)
{
	require_enabled(f);
	api_begins(current, f);
	fpregs_lock_and_load();
	set_reg(f, value);
	fpregs_unlock();
	api_completes(current, f, value);
}

/*
 * A system call that gives the process a value which all its threads need in the component (a PASID). Unless they get it
 * when they ask, the thread that calls gets it at once.
 */
void bind_component(enum xfeature f, token_t value)
{
	atomic {
		current->mm->demanded[demanded_index[component_index[f]]] = value;
	}
	if (!(POLICY_ON_TRAP & BIT_ULL(f)))
		set_component(f, value);
}

/* The kernel obeys the component on behalf of current: a copy to user memory under protection keys. */
void require_in_force(enum xfeature f)
{
	token_t expected = canon_of(current, f);
	token_t found = read_reg(f, 0);

	require(component_is_in_force, !check_component_is_in_force || found == expected);
}

/* The processor writes the component while the kernel runs for current: a record of a branch. */
void hardware_writes(enum xfeature f, token_t value)
{
	atomic {
		set_reg(f, value);
		canon_set(current, f, value);
	}
}
