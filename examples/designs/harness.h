/*
 * The standard harness of the matrix of designs: what a design may use, and what calls it.
 *
 * A design is a file that includes this one and defines update_component(), or includes begin-finish.h and defines the
 * pair that is called there. Each way in which a call can find the state of its task (knob entry) is combined with each
 * thing that can happen between the call and the return to user mode (knob then). At the next instruction of the task
 * whose component was changed, its registers are judged, and what all that has cost is counted.
 */
#include "components.h"

/* the whole of component f of tsk becomes value: what a design defines */
void update_component(struct task_struct *tsk, enum xfeature f, token_t value);

/* where the call finds the state of its task; docs/designs.md describes each */
knob(entry, ENTRY_L1, ENTRY_L1s, ENTRY_L0, ENTRY_L0b, ENTRY_V, ENTRY_V0, ENTRY_S1, ENTRY_S0, ENTRY_T, ENTRY_Tn);

/* what comes between the call and the return to user mode */
knob(then, THEN_ret, THEN_kf, THEN_sw, THEN_swk);

/* the task whose component is changed */
struct task_struct *target;

/*
 * What a design is for it says by claims whose names begin with "serves_": where one of them is not met the design does
 * not serve the entry case, and its sentence says why. These are those that several designs share.
 */
property(serves_current, "the call changes the state of current only");
property(serves_stopped_tasks, "the call changes the state of another, stopped task only");
property(serves_user_components, "the call hands over user components only, and this one is a supervisor component");
property(serves_components_in_every_buffer, "no task has a place for the component until it asks for it (IA32_XFD)");
property(serves_live_registers, "the call comes straight from user mode, where TIF_NEED_FPU_LOAD is clear");

/*
 * Some components of a task, with the instruction that this kernel uses for all of them: XSAVES here, where xsaves() of
 * later kernels refuses (f5daf836f292).
 */
void partial_save(struct xregs_state *xsave, u64 mask)
{
	switch (xsave_instruction) {
	case INSN_XSAVES:
		insn_xsaves(xsave, mask);
		break;
	case INSN_XSAVEC:
		insn_xsavec(xsave, mask);
		break;
	case INSN_XSAVEOPT:
		insn_xsaveopt(xsave, mask);
		break;
	case INSN_XSAVE:
		insn_xsave(xsave, mask);
		break;
	}
}

void partial_restore(struct xregs_state *xsave, u64 mask)
{
	if (xsave_instruction == INSN_XSAVES)
		insn_xrstors(xsave, mask);
	else
		insn_xrstor(xsave, mask);
}

#include "cost.h"
#include "judge.h"
#include "entries.h"

