package org.xstate.model.run;

import java.util.BitSet;

/**
 * The initial states, the steps and the claims of a machine over packed states, for one thread.
 *
 * <p>Each is a function of the state alone. The order of successors is fixed: rules in the order of the text; then, CPU
 * after CPU, the step of the innermost context, then the interrupts that may begin, in the order of the processes; within
 * one of these, ways through choices with the last choice changing fastest. An action is a rule's number, or the number of
 * rules plus the number of a process.
 */
public interface Stepper {

    /** What {@link #violated} returns if every claim holds. */
    int NONE = -1;

    void initial(Sink out);

    /** @param at index of the state's first word in {@code words} */
    void successors(long[] words, int at, Sink out);

    /** The lowest number of a claim whose predicate the state violates, or {@link #NONE}. */
    int violated(long[] words, int at);

    /** Adds the number of every claim whose predicate the state violates, or that is violated when one is evaluated. */
    void violations(long[] words, int at, BitSet claims);
}
