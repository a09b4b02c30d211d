/*
 * 1d: begin saves the live component alone, into a buffer of its own; finish restores it at once, so TIF stays as it was.
 * Where TIF is set the component is changed in memory, and restored, too, if the registers still count as valid.
 */
#include "begin-finish.h"
#include "side-buffer.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	struct xregs_state *xsave;
	void *addr;

	require(serves_current, tsk == current);
	fpregs_lock();
	xsave = where_to_change(xfeature);
	if (fpregs_live(tsk))
		partial_save(xsave, BIT_ULL(xfeature));
	addr = __raw_xsave_addr(xsave, xfeature);
	if (!(xsave->header.xfeatures & BIT_ULL(xfeature)))
		write_component(addr, xfeature, INIT);
	return addr;
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	restore_changed(xfeature);
	fpregs_unlock();
}
