/*
 * Exceptions: what the core says to those who answer them, and what it calls. The frame around the handlers is in
 * traps.c, the handlers are contributed.
 *
 * Every exception of x86-64 comes in through an interrupt gate: interrupts are off until a handler switches them on.
 * One that comes from user mode finds the state of the task in the registers, since the way to user mode loaded it and
 * nobody but the program has used them since. That is true until interrupts go on, or code on the way uses the FPU.
 */

/* the kernel's numbers */
enum trap_signal { SIG_NONE = 0, SIGILL = 4, SIGSEGV = 11 };

/*
 * Entries of the exception table for instructions of the kernel that may fault: a restore from a buffer of the kernel
 * (EX_TYPE_FPU_RESTORE), one from user memory, which wants to know the vector (EX_TYPE_FAULT).
 */
enum extable_type { EX_NONE, EX_FPU_RESTORE, EX_FAULT };

/*
 * An exception that came from user mode, the first round of answers, while interrupts are off. Handlers are asked in the
 * order in which their texts are read. True: dealt with, and the instruction is tried again, unless force_sig() said
 * that the program does not survive it.
 */
hook(bool, exception_irqs_off)(int vector);

/* The second round, for those that nobody of the first knew, after interrupts have gone on. */
hook(bool, exception_irqs_on)(int vector);

/* An exception of an instruction of the kernel. True: it was mended, and the kernel goes on behind the instruction. */
hook(bool, fixup_exception)(int vector, enum extable_type type);

/* What a fix-up of an EX_FAULT instruction leaves in RAX: for the caller to see. One part answers, the others give 0. */
hook(u64, fixup_ax)(int vector);

/* A page fault of an instruction of the kernel at user memory. True: the page is there now, the instruction is tried again. */
hook(bool, page_fault_in_kernel)(void);

/*
 * Where interrupts go on. BY_HANDLER: where each handler does it, as merged. The others are points on the way, in their
 * order; a handler that has more than the core's names those that it passes:
 * AT_GATE	through the gate, the entry code is still to come
 * AT_HANDLER	the handler's first line
 * AT_CAUSE	the handler knows why: it has read what the CPU or the task says of it
 * AT_CHANGE	it has decided, and is about to change the state
 * AT_CHANGED	it has changed it, and not noted that yet
 * AT_EXIT	it is done
 */
knob(irqs_on_at, BY_HANDLER, AT_GATE, AT_HANDLER, AT_CAUSE, AT_CHANGE, AT_CHANGED, AT_EXIT);

/* Where something uses the FPU with interrupts off that nobody thinks of: entry code, tracing. The same points. */
knob(fpu_used_at, FPU_NOT_USED, FPU_AT_GATE, FPU_AT_HANDLER, FPU_AT_CAUSE, FPU_AT_CHANGE, FPU_AT_CHANGED, FPU_AT_EXIT);

/* what handlers take for granted; without it only what comes of it counts */
knob_flag(check_trap_assumptions, true);

property(trap_finds_irqs_off, "a handler that needs interrupts off finds them off");
property(trap_finds_registers_live, "a handler that uses the registers finds the state of its task in them, and nowhere else");
property(trap_finds_own_cause, "what the CPU says of the cause of an exception is about this exception");
property(trap_retry_ends, "an instruction is not tried again for ever after an exception that was said to be dealt with");
property(no_oops, "the kernel survives every exception");

/* The signal that the last exception of each task ended in. */
ghost enum trap_signal sent_signal[NR_TASKS];

/* For handlers: the program does not survive this exception. */
void force_sig(enum trap_signal sig)
{
	sent_signal[task_number(current)] = sig;
}

/* For scenarios: what the last exception of the task ended in. */
enum trap_signal signal_of(struct task_struct *tsk)
{
	return sent_signal[task_number(tsk)];
}

/* traps.c */

/* A point on the way of an exception, one of those of irqs_on_at. */
void trap_point(int point);
/* The point at which this handler switches interrupts on, as merged. */
void trap_enables_irqs(int point);
/*
 * What comes of an exception of an instruction of the kernel: 0 behind it; for EX_FAULT what the fix-up says of the
 * vector.
 */
int exception_in_kernel(int vector, enum extable_type type);
