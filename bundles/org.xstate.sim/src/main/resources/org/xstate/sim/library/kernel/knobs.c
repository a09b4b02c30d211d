/*
 * What the kernel's versions changed, each change a knob of its own: its default follows the version, and setting it
 * alone puts one bug into a kernel that is otherwise right, or one fix into one that is not.
 */

/* 59f5ede3bc0f, 5.18: no kernel FPU in a hard interrupt that hit a section with bottom halves off, none in an NMI */
knob_flag(irq_fpu_usable_checks_softirqs, kernel_version() >= KERNEL_VERSION(5, 18, 0));

/*
 * 2297554f01df, 6.16: no kernel FPU on a CPU that comes up and is not set up for it yet (kernel_fpu_allowed begins as
 * false, and is set where CR4.OSXSAVE is)
 */
knob_flag(irq_fpu_usable_knows_onlining, kernel_version() >= KERNEL_VERSION(6, 16, 0));

/* d02198550423, 6.15: kernel_fpu_begin takes fpregs_lock unless interrupts are off; before, it disabled preemption only */
knob_flag(kernel_fpu_locks_fpregs, kernel_version() >= KERNEL_VERSION(6, 15, 0));

/* 730faa15a069, 6.16: switch_fpu sets the flag of the task that leaves; before, switch_fpu_finish set that of the next */
knob_flag(switch_sets_flag_of_prev, kernel_version() >= KERNEL_VERSION(6, 16, 0));

/* cb3ea4b7671b, 6.3: threads that never return to user mode (io_uring workers) are treated as kernel threads are */
knob_flag(user_workers_have_no_fpu, kernel_version() >= KERNEL_VERSION(6, 3, 0));

/* the rework of 2012: registers are valid only if the owner and last_cpu agree; without it the owner alone decides */
knob_flag(validity_tests_last_cpu, true);

/*
 * CVE-2006-1056, 2.6.16.9: where the processor leaves out the x87 pointers, a restore gives them a fixed value first
 * (X86_BUG_FXSAVE_LEAK)
 */
knob_flag(restore_clears_x87_pointers, true);

/* 58122bf1d856, 4.6: the registers are replaced before a program runs; see lazy.c */
knob_flag(eager_fpu, true);

/* f5daf836f292, 5.16: xsaves() and xrstors() refuse components of a task, they are for independent ones only (LBR) */
knob_flag(xsaves_independent_only, kernel_version() >= KERNEL_VERSION(5, 16, 0));

/* 7aa5128b5fea, 5.19: the offset of a component follows from the buffer's own XCOMP_BV, not from one table made at boot */
knob_flag(offsets_follow_xcomp_bv, kernel_version() >= KERNEL_VERSION(5, 19, 0));

/* CONFIG_PREEMPT_RT: fpregs_lock disables preemption only, softirqs are threads */
knob_flag(preempt_rt, false);

/* who may take the CPU away: at any place where the preemption count allows it, in user mode only, never */
knob(preemption, PREEMPT_FULL, PREEMPT_NONE, PREEMPT_NEVER);

/* interrupts come as often as they like, without a count in the state; a number of 0 in the scenario still means none */
knob_flag(endless_interrupts, false);

/* tasks change their CPU as often as they like */
knob_flag(endless_migrations, false);

/* what the code between kernel_fpu_begin and kernel_fpu_end overwrites: the components that vector code uses, or all */
knob(kernel_fpu_clobbers, CLOBBER_VECTOR, CLOBBER_ALL);

/* a thread can run a virtual CPU: there is one buffer more, for the guest */
knob_flag(guest_state, false);
