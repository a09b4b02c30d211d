/* How every run begins, continued: what belongs to one feature. */

/* new programs have the kernel's default for PKRU, wherever the version keeps it */
setup(pkru_is_the_default)
{
	for (int i = 0; HAS_PKRU && i < NR_CPUS; i++)
		per_cpu(fpregs, cpu(i)).part[component_part[component_index[XFEATURE_PKRU]]] = KERNEL_INIT;
	for (int i = 0; HAS_PKRU && i < NR_TASKS + NR_CPUS; i++) {
		tasks[i].thread.pkru = KERNEL_INIT;
		if (tasks[i].mm != NULL)
			begins_with(&tasks[i], XFEATURE_PKRU, KERNEL_INIT);
	}
}

/* XFD disarms nothing but what no task has yet */
setup(xfd_is_armed)
{
	for (int i = 0; HAS_XFD && i < NR_CPUS; i++) {
		per_cpu(fpregs, cpu(i)).xfd = dense(init_fpstate.xfd) >> XFD_FIRST;
		per_cpu(xfd_state, cpu(i)) = init_fpstate.xfd;
	}
}

/*
 * images of user space are in the standard format; what the kernel copies one into was not written by anybody
 */
setup(user_images)
{
	init_image(&sigframes[0].fx, 0);
	xstate_poison(&ptrace_buffer);
}
