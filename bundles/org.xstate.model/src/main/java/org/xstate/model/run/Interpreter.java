package org.xstate.model.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.xstate.model.internal.run.Choices;
import org.xstate.model.internal.run.Execution;
import org.xstate.model.internal.run.Steps;
import org.xstate.model.internal.run.Stopped;
import org.xstate.model.internal.run.Trail;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.state.PackedMachine;

/**
 * Executes a machine by walking its expressions: the reference for what a machine does. It tells everything about a
 * step; it is not fast. States are the values of the slots by number, or packed words as {@link PackedMachine} lays them
 * out. For one thread.
 */
public final class Interpreter implements Stepper {

    private final Machine machine;
    private final PackedMachine packed;
    private final Steps steps;
    private final List<BitSet> executed = new ArrayList<>();

    /** @param dropDeadLocals whether a local that is not needed any more has its least value in the state */
    public Interpreter(Machine machine, boolean dropDeadLocals) {
        this.machine = machine;
        this.packed = PackedMachine.of(machine);
        machine.procedures().forEach(_ -> executed.add(new BitSet()));
        this.steps = new Steps(machine, dropDeadLocals, executed);
    }

    public Interpreter(Machine machine) {
        this(machine, true);
    }

    /** The initial states. A setup that fails gives a transition with a failure. */
    public List<Transition> initial() {
        return steps.initial(true);
    }

    /** The steps from a state, in the order of {@link Stepper#successors}. */
    public List<Transition> transitions(long[] state) {
        return steps.from(state, true);
    }

    /** The number of the lowest claim that a state violates, or {@link #NONE}. */
    public int violated(long[] state) {
        int lowest = NONE;
        for (int claim = 0; claim < machine.claims().size(); claim++) {
            Optional<Integer> predicate = machine.claims().get(claim).predicate();
            if (predicate.isPresent() && (lowest == NONE || claim < lowest)) {
                int violated = violated(state, claim, predicate.get());
                lowest = violated == NONE || lowest != NONE && lowest < violated ? lowest : violated;
            }
        }
        return lowest;
    }

    private int violated(long[] state, int claim, int predicate) {
        try {
            return pure(state).call(predicate) == 0 ? claim : NONE;
        } catch (Stopped stopped) {
            return stopped.failure().map(Failure::claim).orElse(NONE);
        }
    }

    private Execution pure(long[] state) {
        return new Execution(machine, state.clone(), -1, new Choices(), Optional.empty(),
                Optional.of(executed));
    }

    /** Why the predicate of a claim does not hold in a state; empty if it holds or cannot be evaluated. */
    public Optional<Witness> witness(long[] state, int claim) {
        Execution execution = pure(state);
        try {
            boolean holds = execution.call(machine.claims().get(claim).predicate().orElseThrow()) != 0;
            return holds ? Optional.empty() : execution.witness();
        } catch (Stopped _) {
            return Optional.empty();
        }
    }

    /** What goes wrong when the predicate of a claim is evaluated; empty if nothing does. */
    public Optional<Failure> fault(long[] state, int claim) {
        try {
            pure(state).call(machine.claims().get(claim).predicate().orElseThrow());
            return Optional.empty();
        } catch (Stopped stopped) {
            return stopped.failure();
        }
    }

    /**
     * Calls a procedure on a state, as one step.
     *
     * @param name      of a function that was kept ({@link org.xstate.model.link.LinkOptions#entries})
     * @param cpu       on which it is called
     * @param arguments words
     * @return each way through its choices, those that an assumption ends left out
     * @throws IllegalArgumentException if there is no such procedure, or it takes another number of arguments
     */
    public List<Outcome> call(String name, int cpu, long[] state, long... arguments) {
        int procedure = machine.procedures().stream().map(one -> one.name()).toList().indexOf(name);
        if (procedure < 0 || machine.procedures().get(procedure).parameters() != arguments.length) {
            throw new IllegalArgumentException(
                    "no procedure " + name + " with " + arguments.length + " parameters");
        }
        List<Outcome> outcomes = new ArrayList<>();
        Choices choices = new Choices();
        do {
            long[] slots = state.clone();
            Execution execution = new Execution(machine, slots, cpu, choices, Optional.empty(),
                    Optional.of(executed));
            try {
                long result = execution.call(procedure, arguments);
                outcomes.add(new Outcome(result, choices.taken(), slots, Optional.empty()));
            } catch (Stopped stopped) {
                stopped.failure().ifPresent(failure -> outcomes
                        .add(new Outcome(0, choices.taken(), slots, Optional.of(failure))));
            }
        } while (choices.advance());
        return outcomes;
    }

    /** By procedure the nodes that were executed since the interpreter was made; guards are not counted. */
    public List<BitSet> executed() {
        return executed.stream().map(one -> (BitSet) one.clone()).toList();
    }

    /** What the slots hold before the setups have run. */
    public long[] beforeSetups() {
        return machine.slots().stream().mapToLong(Slot::initial).toArray();
    }

    @Override
    public void initial(Sink out) {
        steps.initial(false).forEach(give(out, 0));
    }

    @Override
    public void successors(long[] words, int at, Sink out) {
        long[] state = new long[machine.slots().size()];
        packed.unpack(words, at, state);
        steps.from(state, false).forEach(give(out, 1));
    }

    private Consumer<Transition> give(Sink out, int actions) {
        long[] words = new long[packed.words()];
        return transition -> {
            packed.pack(transition.to(), words, 0);
            int action = transition.action() * actions;
            if (transition.failure().isPresent()) {
                out.addFailed(words, 0, action, transition.failure().get().claim());
            } else {
                out.add(words, 0, action);
            }
        };
    }

    @Override
    public int violated(long[] words, int at) {
        long[] state = new long[machine.slots().size()];
        packed.unpack(words, at, state);
        return violated(state);
    }

    @Override
    public void violations(long[] words, int at, BitSet claims) {
        long[] state = new long[machine.slots().size()];
        packed.unpack(words, at, state);
        for (int claim = 0; claim < machine.claims().size(); claim++) {
            Optional<Integer> predicate = machine.claims().get(claim).predicate();
            int violated = predicate.isPresent() ? violated(state, claim, predicate.get()) : NONE;
            if (violated != NONE) {
                claims.set(violated);
            }
        }
    }
}
