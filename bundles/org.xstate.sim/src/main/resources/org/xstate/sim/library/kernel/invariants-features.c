/* What has to hold in every state, continued: what belongs to one feature. */

knob_flag(check_parked_pkru_is_right, true);
knob_flag(check_pasid_flag_is_right, true);
knob_flag(check_xfd_cache_is_right, true);
knob_flag(check_xfd_matches_buffer, true);
knob_flag(check_features_are_permitted, true);

static bool parked_pkru(struct task_struct *tsk, enum xfeature f)
{
	token_t expected = canon_of(tsk, f);
	token_t found = tsk->thread.pkru;

	return is_pending(tsk, f) || found == expected;
}

/* I16; in user mode the register is compared as every other */
property(parked_pkru_is_right, "thread.pkru of a task that runs nowhere is the PKRU that it has to see")
{
	return !check_parked_pkru_is_right || !HAS_PKRU || !pkru_outside_xrstor
		|| forall(tsk, tasks, !has_user_state(tsk) || tsk->on_cpu || parked_pkru(tsk, XFEATURE_PKRU));
}

/* I17; while a thread is helped the two change one after the other */
property(pasid_flag_is_right, "a thread has a PASID exactly if it was populated")
{
	return !check_pasid_flag_is_right || !HAS_PASID || !pasid_by_fixup
		|| forall(tsk, tasks, !has_user_state(tsk) || is_pending(tsk, XFEATURE_PASID)
			|| tsk->pasid_activated == (canon_of(tsk, XFEATURE_PASID) != INIT));
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
