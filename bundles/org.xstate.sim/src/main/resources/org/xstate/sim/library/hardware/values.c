/*
 * The values that registers and memory hold. A value is a token: it can be copied and compared, and stands for all the
 * bits of one part of a component (the whole of PKRU, the SSP of CET_U).
 */

tokens(
	INIT,		/* the hardware's initial configuration */
	KERNEL_INIT,	/* what the kernel starts a task with, where that differs: init_pkru_val */
	KERNEL_FPU,	/* left in registers by a kernel_fpu_begin section */
	POISON,		/* bytes that nobody wrote */
	TORN,		/* bytes that are not one value: several values' bytes, or the bytes of something else */
	ZERO,		/* all bytes 0, in a part whose initial configuration is another (MXCSR, x87) */
	V1, V2, V3,	/* written by, or for, the task that a scenario is about */
	B1, B2, B3	/* written by others */
);

#define X86_TRAP_UD 6
#define X86_TRAP_NM 7
#define X86_TRAP_GP 13
#define X86_TRAP_PF 14
#define X86_TRAP_CP 21
