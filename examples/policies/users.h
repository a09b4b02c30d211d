/*
 * What somebody who uses a component needs of the kernel, whatever its restore policy. Each file of this folder says which
 * component, and how its users come to their values; what must not go wrong is what the library's properties say, and
 * what its provider says of fork, exec, signals and ptrace.
 *
 *     xstate check examples/policies/pkru.c --policy PKRU=on-return-to-user
 *
 * One exploration tries all events; --set event=ON_FORK only that.
 */
#pragma once

knob(event, ON_ANY, ON_SWITCH, ON_KERNEL_FPU, ON_FORK, ON_THREAD, ON_EXEC, ON_SIGNAL, ON_PTRACE);

/* what happens to the first task */
range(ON_SWITCH, ON_PTRACE) happening = ON_SWITCH;

/* what the file says: A program comes to a value of the component. */
void obtains(token_t value);
/* ... A program uses what it has, which the invariants do not see. */
void uses(void);
/* ... The kernel runs for a task that has the first value, after the event. */
void in_kernel(void);

setup(what_happens)
{
	happening = event == ON_ANY ? choose(ON_SWITCH, ON_PTRACE) : event;
	if (happening == ON_FORK || happening == ON_THREAD)
		tasks[1].state = TASK_NEW;
}

/* a tracer replaces all user components of A */
void trace(void)
{
	bool taken;

	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	if (XCR0 & BIT_ULL(COMPONENT))
		uabi_store(&ptrace_buffer, COMPONENT, V2);
	taken = xstateregs_set(&tasks[0]);
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
	expect(taken);
}

task(A)
{
	obtains(V1);
	enter_kernel();
	if (happening == ON_SWITCH)
		switch_to_other(PICK_USER_TASK);
	if (happening == ON_KERNEL_FPU)
		kernel_fpu_section();
	if (happening == ON_FORK || happening == ON_THREAD)
		kernel_clone(&tasks[1], happening == ON_THREAD, INIT);
	if (happening == ON_EXEC)
		begin_new_exec();
	if (happening == ON_PTRACE)
		ptrace_stop();
	in_kernel();
	exit_to_user_mode();
	if (happening == ON_SIGNAL) {
		expect(take_signal(&sigframes[0]));
		obtains(V2);
		expect(sigreturn(&sigframes[0]));
	}
	if (happening != ON_EXEC)
		uses();
}

/* another program, the child, or the tracer */
task(B)
{
	if (happening == ON_PTRACE)
		trace();
	else if (happening == ON_THREAD)
		uses();
	else if (happening != ON_FORK)
		obtains(B1);
}
