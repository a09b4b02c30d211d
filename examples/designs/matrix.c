/* One design in the standard harness: its entry case and continuation are knobs. xstate designs does it with all designs. */
#include "1a.c"

scenario(matrix)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX, CET_U);
	set(xinuse_tracking, XINUSE_EXACT);
	/* what a section leaves behind is nobody's value, in every component that will be restored */
	set(kernel_fpu_clobbers, CLOBBER_ALL);
	/* nothing comes in between but the continuation */
	set(preemption, PREEMPT_NEVER);
	set(check_no_warning, false);
	set(check_kernel_state, false);
	set(check_nothing_leaks_into_user_mode, false);
	set(check_update_is_kept, false);
	set(check_state_is_kept, false);
}
