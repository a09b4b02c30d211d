/*
 * What is required on the way, at one place of the code, and what switches each claim off. The claims that are looked at
 * in every state are in invariants.c. The numbers are those of docs/kernel-model.md.
 */

/* claims about the kernel's own data; without them only what user space can see counts */
knob_flag(check_kernel_state, true);

knob_flag(check_fpu_state_is_locked, true);
knob_flag(check_kernel_fpu_is_exclusive, true);
knob_flag(check_kernel_fpu_owns_registers, true);
knob_flag(check_kernel_restore_never_faults, true);
knob_flag(check_kernel_save_never_faults, true);
knob_flag(check_no_sleep_while_locked, true);
knob_flag(check_old_value_is_shown, true);
knob_flag(check_target_stands_still, true);
knob_flag(check_no_warning, true);
knob_flag(check_no_oops, true);

/* I13 */
property(fpu_state_is_locked, "owner, last_cpu, flag and registers are used under fpregs_lock or with interrupts off");
property(no_sleep_while_locked, "nobody sleeps with preemption, bottom halves or interrupts disabled");

/* I14 */
property(kernel_fpu_is_exclusive, "kernel FPU sections do not nest and do not interrupt a user of the registers");

/* I15 */
property(kernel_fpu_is_set_up, "no code of the kernel uses the FPU of a CPU before it is set up there");
property(kernel_fpu_owns_registers, "in a kernel FPU section nobody owns the registers, and the flag of the task is set");

/* I12 */
property(kernel_restore_never_faults, "a restore from a buffer of the kernel does not fault");
property(kernel_save_never_faults, "a save to a buffer of the kernel does not fault");

/* I8, I25 */
property(old_value_is_shown, "the value that a caller is shown is the one that the task has to see, and no garbage");

/* I25 */
property(target_stands_still, "another task does not run while its state is changed");

/* of the scenario's text: a task is in user mode from its beginning to enter_kernel(), and again from exit_to_user_mode() */
property(programs_run_in_user_mode, "a program's instructions are executed in user mode");

/* I18 */
property(buffer_has_room, "a buffer is as large as what is saved to it");

property(no_bug, "no BUG_ON is reached");
property(no_warning, "no WARN_ON is reached");
