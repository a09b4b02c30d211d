package org.xstate.model.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Sink;
import org.xstate.model.state.CpuSymmetry;
import org.xstate.model.state.DeadLocals;
import org.xstate.model.state.PackedMachine;

/**
 * A state and the one that stands for it lead to states for which the same ones stand, and violate the same claim. This
 * is what makes a search of the representatives exact.
 */
class ReductionTest {

    private static final int MODELS = 60;
    private static final int STATES = 80;

    private int compared;

    @Test
    void onRandomModels() {
        int symmetric = 0;
        for (long seed = 1; seed < 2 * MODELS; seed += 2) {
            String text = RandomModel.text(seed);
            Machine machine = AgreementTest.machine(text);
            PackedMachine packed = PackedMachine.of(machine);
            CpuSymmetry symmetry = CpuSymmetry.of(packed);
            symmetric += symmetry.cpus() > 1 ? 1 : 0;
            walk(machine, packed, symmetry, "seed " + seed + ", " + symmetry.obstacle() + "\n" + text);
        }
        assertTrue(symmetric > MODELS / 5, "only " + symmetric + " models with CPUs that can be exchanged");
        assertTrue(compared > 10 * MODELS,
                "only " + compared + " states were not their representatives");
    }

    private void walk(Machine machine, PackedMachine packed, CpuSymmetry symmetry, String about) {
        CompiledStepper stepper = BytecodeStepper.compile(machine, false, () -> {
            throw new IllegalStateException("the models have no endless steps");
        }).get();
        Representative representative = new Representative(DeadLocals.of(packed), symmetry.canonical().get());
        List<long[]> open = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Collector initial = new Collector(packed.words());
        stepper.initial(initial);
        open.addAll(initial.states);
        for (int i = 0; i < open.size() && i < STATES; i++) {
            long[] state = open.get(i);
            Collector from = new Collector(packed.words());
            stepper.successors(state, 0, from);
            from.states.stream().filter(next -> seen.add(Arrays.toString(next))).forEach(open::add);
            long[] standsFor = representative.of(state);
            if (!Arrays.equals(state, standsFor)) {
                compared++;
                Collector also = new Collector(packed.words());
                stepper.successors(standsFor, 0, also);
                assertEquals(from.images(representative), also.images(representative),
                        () -> about + Arrays.toString(packed.unpack(state, 0)));
                assertEquals(stepper.violated(state, 0), stepper.violated(standsFor, 0), about);
            }
        }
    }

    private record Representative(DeadLocals dead, CpuSymmetry.Canonical canonical) {

        long[] of(long[] state) {
            long[] cleared = state.clone();
            dead.clear(cleared);
            long[] least = new long[state.length];
            canonical.apply(cleared, 0, least);
            return least;
        }
    }

    /** Successors, with the claims that they violate. */
    private static final class Collector implements Sink {

        private final int words;
        final List<long[]> states = new ArrayList<>();
        final List<Integer> claims = new ArrayList<>();

        Collector(int words) {
            this.words = words;
        }

        @Override
        public void add(long[] state, int at, int action) {
            addFailed(state, at, action, CompiledStepper.NONE);
        }

        @Override
        public void addFailed(long[] state, int at, int action, int claim) {
            states.add(Arrays.copyOfRange(state, at, at + words));
            claims.add(claim);
        }

        /** What stands for each, sorted: another numbering of CPUs gives another order. */
        List<String> images(Representative representative) {
            List<String> images = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                images.add(claims.get(i) + Arrays.toString(representative.of(states.get(i))));
            }
            return images.stream().sorted().toList();
        }
    }
}
