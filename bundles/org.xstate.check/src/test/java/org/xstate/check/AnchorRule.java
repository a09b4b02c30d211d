package org.xstate.check;

/** The rules of {@link AnchorModel}; an action is a CPU, a rule and a choice. */
enum AnchorRule {
    SWITCH, IDLE, SOFTIRQ_BEGIN, SOFTIRQ_END, USER_WRITE, ENTER, GENERAL_PROTECTION, RETURN, BEGIN, SAVE, MODIFY, WRITE, FINISH, FORK, FORK_COPY, EXIT, STOP, PTRACE, WAKE, PTRACE_INVALIDATE, PTRACE_WRITE;

    /** Most choices within one rule, plus one. */
    static final int CHOICES = 8;

    int action(int cpu, int choice) {
        return (cpu * values().length + ordinal()) * CHOICES + choice;
    }
}
