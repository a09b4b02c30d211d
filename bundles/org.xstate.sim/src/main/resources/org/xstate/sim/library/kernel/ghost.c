/*
 * What user space has to see, kept beside the kernel's own data. Nothing here is a step: a model of the kernel would be
 * the same without it.
 *
 * A user instruction changes what has to be seen at once, a call of an interface when it completes. From its beginning
 * to its completion that component of that task is exempt from the invariants, nothing else is.
 */
ghost token_t canon[NR_TASKS][NR_PARTS];
ghost bool pending[NR_TASKS][NR_COMPONENTS];

/* the value was last changed by a call, and the task has executed no instruction since that changed it */
ghost bool set_by_call[NR_TASKS][NR_COMPONENTS];

void canon_set_part(struct task_struct *tsk, enum xfeature f, int part, token_t value)
{
	if (part >= nr_parts(f))
		return;
	canon[task_number(tsk)][component_part[component_index[f]] + part] = value;
	set_by_call[task_number(tsk)][component_index[f]] = false;
}

void canon_set(struct task_struct *tsk, enum xfeature f, token_t value)
{
	for (int part = 0; part < nr_parts(f); part++)
		canon_set_part(tsk, f, part, value);
}

token_t canon_part(struct task_struct *tsk, enum xfeature f, int part)
{
	return part < nr_parts(f) ? canon[task_number(tsk)][component_part[component_index[f]] + part] : INIT;
}

/* TORN if the parts differ */
token_t canon_of(struct task_struct *tsk, enum xfeature f)
{
	token_t value = canon_part(tsk, f, 0);

	for (int part = 1; part < nr_parts(f); part++)
		if (canon_part(tsk, f, part) != value)
			value = TORN;
	return value;
}

/* for clone: what the child sees at first */
void canon_copy(struct task_struct *to, struct task_struct *from)
{
	for (int part = 0; part < NR_PARTS; part++)
		canon[task_number(to)][part] = canon[task_number(from)][part];
}

bool is_pending(struct task_struct *tsk, enum xfeature f)
{
	return nr_parts(f) > 0 && pending[task_number(tsk)][component_index[f]];
}

void set_pending(struct task_struct *tsk, enum xfeature f, bool value)
{
	if (nr_parts(f) > 0)
		pending[task_number(tsk)][component_index[f]] = value;
}

void api_begins(struct task_struct *tsk, enum xfeature f)
{
	require(target_stands_still, !check_target_stands_still || tsk == current || !tsk->on_cpu);
	set_pending(tsk, f, true);
}

/* the call gave up and promises that nothing changed */
void api_fails(struct task_struct *tsk, enum xfeature f)
{
	set_pending(tsk, f, false);
}

void api_completes_part(struct task_struct *tsk, enum xfeature f, int part, token_t value)
{
	require(target_stands_still, !check_target_stands_still || tsk == current || !tsk->on_cpu);
	canon_set_part(tsk, f, part, value);
	set_pending(tsk, f, false);
	if (nr_parts(f) > 0)
		set_by_call[task_number(tsk)][component_index[f]] = true;
}

void api_completes(struct task_struct *tsk, enum xfeature f, token_t value)
{
	canon_set(tsk, f, value);
	api_completes_part(tsk, f, 0, value);
}

/* the caller of an interface looks at what it was given: the old value of the component, whole and in order */
void old_value_is_seen(struct task_struct *tsk, enum xfeature f, void *address)
{
	token_t expected = canon_of(tsk, f);
	token_t found = read_component(address, f);

	require(old_value_is_shown, !check_old_value_is_shown || found == expected);
}
