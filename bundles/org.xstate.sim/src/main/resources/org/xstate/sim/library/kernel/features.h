/*
 * What the core calls of the files that belong to one feature each: pkru.c, xfd.c.
 *
 * Loaded after the structs of the kernel, before the first function that uses it.
 */

/* pkru.c */

/* The components that a full restore of the current task loads. */
u64 fpregs_restore_mask(void);
/*
 * 5.14 and later, in __switch_to: the protection keys change hands with the task. current is the task that
 * leaves.
 */
void x86_pkru_load(struct task_struct *next);
/* 5.2 to 5.13, in switch_fpu_finish. current is the task that comes. */
void switch_fpu_finish_pkru(void);
/* In exec: the keys that a new program starts with, in registers and in the task. */
void pkru_flush_thread(void);
/* User components become initial: the hardware's part of it. */
void pkru_write_default(void);

/* xfd.c */

/* This CPU's IA32_XFD becomes that of the buffer which is about to be restored or saved. */
void xfd_update_state(struct fpstate *fpstate);
