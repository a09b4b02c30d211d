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

static void see_old_value(struct task_struct *tsk, enum xfeature f, token_t expected, token_t found)
{
	if (found == expected)
		shown = SHOWN_OK;
	else if (is_targets_own(found))
		shown = SHOWN_STALE;
	else
		shown = SHOWN_GARBAGE;
	require(old_value_is_right, !judge_shown || found == expected);
}

/* the caller looks at the old value of the component that it is about to change */
void old_value_is(token_t found)
{
	see_old_value(target, UPDATED, canon_of(target, UPDATED), found);
}

/* the same through an address that the caller was given */
void old_value_is_at(void *address)
{
	see_old_value(target, UPDATED, canon_of(target, UPDATED), read_component(address, UPDATED));
}

static void see_updated(struct task_struct *tsk, enum xfeature f, token_t expected, token_t found)
{
	updated = found == expected ? KEPT : LOST;
	require(update_arrives, !judge_updated || found == expected);
}

static void see_bystander(struct task_struct *tsk, enum xfeature f, token_t expected, token_t found)
{
	bystander = found == expected ? KEPT : LOST;
	require(bystander_survives, !judge_bystander || found == expected);
}

/* the next instructions of the target in user mode read both components */
void target_goes_on(void)
{
	see_updated(current, UPDATED, canon_of(current, UPDATED), reg(UPDATED));
	see_bystander(current, BYSTANDER, canon_of(current, BYSTANDER), reg(BYSTANDER));
}
