package org.xstate.check.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.xstate.check.CheckPath;
import org.xstate.check.Counterexample;
import org.xstate.check.Evaluator;
import org.xstate.check.Step;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Sink;
import org.xstate.model.state.CpuSymmetry;
import org.xstate.model.state.DeadLocals;
import org.xstate.model.state.PackedMachine;

/**
 * Finds the real path that a path of reduced states stands for: from a real initial state on, it takes the first step of
 * the unreduced machine to a state that the next reduced one stands for.
 */
final class PathReplay {

    private final PackedMachine packed;
    private final CpuSymmetry.Canonical canonical;
    private final Optional<DeadLocals> deadLocals;
    private final Interpreter interpreter;

    PathReplay(PackedMachine packed, boolean reduced, CpuSymmetry.Canonical canonical) {
        this.packed = packed;
        this.canonical = canonical;
        deadLocals = reduced ? Optional.of(DeadLocals.of(packed)) : Optional.empty();
        interpreter = new Interpreter(packed.machine(), false);
    }

    CheckPath real(Counterexample reduced) {
        boolean stepFails = reduced.kind() == Counterexample.Kind.STEP;
        boolean setupFails = stepFails && reduced.steps().isEmpty();
        long[] first = find(interpreter::initial, reduced.initial(),
                setupFails ? reduced.property() : Evaluator.NONE)
                .state();
        long[] state = first;
        List<CheckPath.CheckStep> steps = new ArrayList<>();
        for (int i = 0; i < reduced.length(); i++) {
            Step step = reduced.steps().get(i);
            boolean last = i == reduced.length() - 1;
            long[] from = state;
            Found found = find(out -> interpreter.successors(from, 0, out), step.state(),
                    last && stepFails ? reduced.property() : Evaluator.NONE);
            state = found.state();
            steps.add(new CheckPath.CheckStep(found.action(), packed.unpack(state, 0)));
        }
        OptionalInt claim = reduced.kind() == Counterexample.Kind.DEADLOCK
                ? OptionalInt.empty()
                : OptionalInt.of(reduced.property());
        return new CheckPath(reduced.kind(), claim, packed.unpack(first, 0), steps);
    }

    /** A state and the action that led to it. */
    private record Found(long[] state, int action) {
    }

    private Found find(Consumer<Sink> source, long[] wanted, int failure) {
        List<Found> found = new ArrayList<>();
        source.accept(new Sink() {
            @Override
            public void add(long[] state, int at, int action) {
                consider(state, at, action, Evaluator.NONE);
            }

            @Override
            public void addFailed(long[] state, int at, int action, int claim) {
                consider(state, at, action, claim);
            }

            private void consider(long[] state, int at, int action, int claim) {
                long[] copy = Arrays.copyOfRange(state, at, at + packed.words());
                if (found.isEmpty() && claim == failure && Arrays.equals(representative(copy), wanted)) {
                    found.add(new Found(copy, action));
                }
            }
        });
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "no step of the machine leads to what a reduced state stands for");
        }
        return found.getFirst();
    }

    private long[] representative(long[] state) {
        long[] cleared = state.clone();
        deadLocals.ifPresent(dead -> dead.clear(cleared));
        long[] representative = new long[cleared.length];
        canonical.apply(cleared, 0, representative);
        return representative;
    }
}
