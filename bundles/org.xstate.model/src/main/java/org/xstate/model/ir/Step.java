package org.xstate.model.ir;

import java.util.List;
import java.util.Optional;

/** What a node of a graph does. */
public sealed interface Step {

    record Assign(Place target, Value value) implements Step {
    }

    /** Any of the integers from {@code low} to {@code high}, both included; each is a transition of its own. */
    record Choose(Place target, long low, long high) implements Step {
    }

    /** Any CPU. */
    record ChooseCpu(Place target) implements Step {
    }

    /** Any object of the pool. */
    record ChooseObject(Place target, String pool) implements Step {
    }

    /** A call of a function of the program; the arguments are evaluated, left to right, by the nodes before it. */
    record Call(Optional<Place> result, String function, List<Value> arguments) implements Step {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Goes on only if the condition holds. In a rule: otherwise there is no transition. */
    record Assume(Value condition) implements Step {
    }

    /** {@code assert}: the model is violated if the condition does not hold. */
    record Assert(Value condition, String text) implements Step {
    }

    /** {@code expect}: the same, for what the text of a scenario claims. */
    record Expect(Value condition, String text) implements Step {
    }

    /** {@code require}: the property of that name is violated if the condition does not hold. */
    record Require(String property, Value condition, String text) implements Step {
    }

    /** A place whose being reached is reported. */
    record Cover(String label) implements Step {
    }

    record AtomicBegin() implements Step {
    }

    record AtomicEnd() implements Step {
    }

    /** A place where others may intervene although nothing shared is accessed. */
    record Interleave() implements Step {
    }

    /** Goes to the first successor if the condition holds, else to the second. */
    record Branch(Value condition) implements Step {
    }

    record Return(Optional<Value> value) implements Step {
    }

    /** Only goes on. */
    record Nothing() implements Step {
    }
}
