/* How IA32_XFD begins, and what has to hold of it in every state. */

knob_flag(check_xfd_cache_is_right, true);
knob_flag(check_xfd_matches_buffer, true);
knob_flag(check_features_are_permitted, true);

/* XFD disarms nothing but what no task has yet */
setup(xfd_is_armed)
{
	for (int i = 0; HAS_XFD && i < NR_CPUS; i++) {
		per_cpu(fpregs, cpu(i)).xfd = dense(init_fpstate.xfd) >> XFD_FIRST;
		per_cpu(xfd_state, cpu(i)) = init_fpstate.xfd;
	}
}

/* I9, first half */
property(xfd_cache_is_right, "xfd_state of a CPU is what its IA32_XFD holds")
{
	return !check_kernel_state || !check_xfd_cache_is_right || !HAS_XFD
		|| forall(cpu, cpus, !cpu_is_settled(cpu) || per_cpu(xfd_state, cpu) == xfd_of(cpu));
}

static bool xfd_if_live(cpu_t cpu)
{
	struct task_struct *tsk = per_cpu(current_task, cpu);

	if (!cpu_is_settled(cpu) || !has_user_state(tsk) || tsk->need_fpu_load)
		return true;
	return xfd_of(cpu) == tsk->thread.fpu.fpstate->xfd;
}

/* I9, second half */
property(xfd_matches_buffer, "while TIF_NEED_FPU_LOAD is clear IA32_XFD is that of the task's buffer")
{
	return !check_xfd_matches_buffer || !HAS_XFD || forall(cpu, cpus, xfd_if_live(cpu));
}

/* I19 */
property(features_are_permitted, "no buffer has a component that its process has no permission for")
{
	return !check_features_are_permitted || !HAS_XFD
		|| forall(tsk, tasks, !has_user_state(tsk) || tsk->thread.fpu.fpstate->is_guest
			|| (tsk->thread.fpu.fpstate->xfeatures & XFEATURES_XFD
				& ~tsk->group_leader->thread.fpu.perm) == 0);
}
