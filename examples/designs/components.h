/*
 * What the matrix is about: the component that the calls change, the one that must not suffer, and the machine.
 *
 * AVX is the first extended component in the buffer, so nothing that is saved moves it; CET_U lies behind it.
 */
#define UPDATED XFEATURE_AVX
#define BYSTANDER XFEATURE_CET_U

scenario(matrix)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX, CET_U);
	continuations(CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD);
	set(xinuse_tracking, XINUSE_EXACT);
	/* what the section leaves behind is nobody's value, in every component that will be restored */
	set(kernel_fpu_clobbers, CLOBBER_ALL);
	/* nothing comes in between but the continuation */
	set(preemption, PREEMPT_NEVER);
	/* the designs of 2021 save and restore single components of a task; f5daf836f292 forbade that to xsaves() later */
	set(xsaves_independent_only, false);
}
