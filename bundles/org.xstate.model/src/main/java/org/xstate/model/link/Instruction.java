package org.xstate.model.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a node does. */
public sealed interface Instruction {

    record SetLocal(int local, Expression value) implements Instruction {
    }

    /** @param slot number of the slot */
    record Store(Expression slot, Expression value) implements Instruction {
    }

    /** Copies {@code count} slots in a row, as the assignment of a struct does. */
    record CopySlots(Expression to, Expression from, int count) implements Instruction {
    }

    /** Any of the integers from {@code low} to {@code high}: each is a way of its own, the least first. */
    record Choose(int local, long low, long high) implements Instruction {
    }

    /** A call of a procedure in which nobody can intervene. */
    record Call(OptionalInt result, int procedure, List<Expression> arguments) implements Instruction {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * @param blocking whether it reads the state: outside of atomic sections the process then waits before it. Else, and
     *                 in a rule, an atomic section or a called procedure, there is no such step.
     */
    record Assume(Expression condition, boolean blocking) implements Instruction {
    }

    /**
     * The claim is violated if the condition does not hold; the step ends there.
     *
     * @param text the condition as written
     */
    record Assert(Expression condition, int claim, String text) implements Instruction {
    }

    record Cover(String label) implements Instruction {
    }

    record Branch(Expression condition) implements Instruction {
    }

    record Return(Optional<Expression> value) implements Instruction {
    }

    /** Always a place between two steps. */
    record Interleave() implements Instruction {
    }

    record Nothing() implements Instruction {
    }
}
