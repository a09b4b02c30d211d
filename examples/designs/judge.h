/* What the caller was shown, and what the target finds in its registers. */

/* a call that hands out no old value leaves shown at SHOWN_NONE */
enum shown { SHOWN_NONE, SHOWN_OK, SHOWN_STALE, SHOWN_GARBAGE };
enum kept { NOT_SEEN_YET, KEPT, LOST };

ghost enum shown shown;
ghost enum kept updated;
ghost enum kept bystander;

/* for an explanation that is about one of the three */
knob_flag(judge_shown, true);
knob_flag(judge_updated, true);
knob_flag(judge_bystander, true);

property(old_value_is_right, "the old value that the caller is shown is the one that the task has");
property(update_arrives, "the target finds the new value at its next instruction in user mode");
property(bystander_survives, "the target finds its other component unchanged at its next instruction in user mode");

/* values that the target has, or had before, in the component that is changed */
bool is_targets_own(token_t value)
{
	if (value == INIT)
		return true;
	return target == &tasks[0] ? value == V1 || value == V3 : value == B1;
}

/* the caller looks at the old value of the component that it is about to change */
void old_value_is(token_t found)
{
	struct task_struct *tsk = target;
	enum xfeature f = UPDATED;
	token_t expected = canon_of(tsk, f);

	if (found == expected)
		shown = SHOWN_OK;
	else if (is_targets_own(found))
		shown = SHOWN_STALE;
	else
		shown = SHOWN_GARBAGE;
	require(old_value_is_right, !judge_shown || found == expected);
}

/* the same through an address that the caller was given */
void old_value_is_at(void *address)
{
	old_value_is(read_component(address, UPDATED));
}

bool register_is_right(struct task_struct *tsk, enum xfeature f)
{
	for (int part = 0; part < nr_parts(f); part++)
		if (read_reg(f, part) != canon_part(tsk, f, part))
			return false;
	return true;
}

/* the next instruction of the target in user mode */
void target_goes_on(void)
{
	struct task_struct *tsk = current;
	enum xfeature f;

	atomic {
		updated = register_is_right(tsk, UPDATED) ? KEPT : LOST;
		bystander = register_is_right(tsk, BYSTANDER) ? KEPT : LOST;
		f = UPDATED;
		require(update_arrives, !judge_updated || updated == KEPT);
		f = BYSTANDER;
		require(bystander_survives, !judge_bystander || bystander == KEPT);
	}
}
