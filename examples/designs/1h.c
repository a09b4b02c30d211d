/* 1h: "full" of the proposal, published as in 1d: nothing is saved, the component is restored at once, TIF as it was. */
#include "begin-finish-full.h"
#include "side-buffer.h"

void *begin_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	require(serves_current, tsk == current);
	fpregs_lock();
	return __raw_xsave_addr(where_to_change(xfeature), xfeature);
}

void finish_update_one_xsave_feature(struct task_struct *tsk, enum xfeature xfeature)
{
	restore_changed(xfeature);
	fpregs_unlock();
}
