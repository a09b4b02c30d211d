/*
 * /proc/PID/arch_status: how long ago a task was saved with AVX-512 in use. It is asked of any task, threads of
 * the kernel included.
 */

/* CONFIG_X86_DEBUG_FPU; 22aafe3bcb67, 6.16: with it a thread of the kernel has no struct fpu that anybody could use */
knob_flag(x86_debug_fpu, kernel_version() >= KERNEL_VERSION(6, 16, 0));
/* 31cd31c9e17e, 6.17: threads that have no state of user space are not asked; since 22aafe3bcb67 */
knob_flag(arch_status_of_user_tasks_only,
	kernel_version() >= KERNEL_VERSION(6, 17, 0) || kernel_version() < KERNEL_VERSION(6, 16, 0));

/* 6.16 and later: the way from a task to its FPU state */
static inline struct fpu *x86_task_fpu(struct task_struct *tsk)
{
	if (x86_debug_fpu && (tsk->flags & PF_KTHREAD))
		return NULL;
	return &tsk->thread.fpu;
}

/* Time is not modelled; that the object is looked at is. */
static inline bool avx512_status(struct task_struct *tsk)
{
	return x86_task_fpu(tsk)->avx512_timestamp;
}

/* A program reads the file. */
void proc_pid_arch_status(struct task_struct *tsk)
{
	if (arch_status_of_user_tasks_only && !is_user_task(tsk))
		cover("arch_status: a thread without a state of user space is passed over");
	else if (avx512_status(tsk))
		cover("arch_status: AVX-512 was in use");
}
