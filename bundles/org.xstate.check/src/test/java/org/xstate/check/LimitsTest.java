package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final ExplorationOptions DEFAULTS = ExplorationOptions.defaults();

    @Test
    void aBoundOnStatesReportsTheSameCompletedLevelsForAnyNumberOfThreads() {
        Exploration one = Explorer.explore(AnchorModel.S, DEFAULTS.withMaxStates(50_000));
        Exploration two = Explorer.explore(AnchorModel.S, DEFAULTS.withMaxStates(50_000).withThreads(2));
        assertEquals(Verdict.UNDECIDED, one.verdict());
        assertEquals(Optional.of(Limit.STATES), one.limit());
        assertTrue(one.counts().states() <= 50_000, "more states than the bound: " + one);
        assertTrue(one.counts().states() > 25_000, "far fewer states than the bound: " + one);
        assertEquals(one.counts(), two.counts());
    }

    @Test
    void exactlyAsManyStatesAsThereAreIsEnough() {
        assertEquals(Verdict.HOLDS,
                Explorer.explore(new Counter(100), DEFAULTS.withMaxStates(100)).verdict());
        Exploration tooFew = Explorer.explore(new Counter(100), DEFAULTS.withMaxStates(99));
        assertEquals(Verdict.UNDECIDED, tooFew.verdict());
        assertEquals(99, tooFew.counts().states());
        assertEquals(98, tooFew.counts().depth());
    }

    @Test
    void aViolationOneStepBehindTheBoundIsStillFound() {
        AnchorModel model = AnchorModel.withBug(1);
        long complete = Explorer.explore(model, DEFAULTS).counts().states();
        Exploration found = Explorer.explore(model, DEFAULTS.withMaxStates(complete / 2));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(Optional.of(Limit.STATES), found.limit());
        assertEquals(7, found.counts().depth());
        assertEquals(Explorer.explore(model, DEFAULTS).counterexample(), found.counterexample());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aBoundOnMemoryIsKept(int threads) {
        long bound = 9_000_000;
        Exploration found = Explorer.explore(AnchorModel.S2,
                DEFAULTS.withMaxMemory(bound).withThreads(threads));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(Optional.of(Limit.MEMORY), found.limit());
        assertTrue(found.peakMemory() <= bound, "used " + found.peakMemory());
        assertTrue(found.counts().states() > 50_000, "explored only " + found.counts().states());
    }

    @Test
    void tooLittleMemoryForAnythingIsUndecidedToo() {
        Exploration found = Explorer.explore(AnchorModel.S, DEFAULTS.withMaxMemory(1000));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(Optional.of(Limit.MEMORY), found.limit());
        assertEquals(0, found.counts().states());
    }

    @Test
    void noTimeGivesNoAnswer() {
        Exploration found = Explorer.explore(AnchorModel.S, DEFAULTS.withMaxTime(Duration.ZERO));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(Optional.of(Limit.TIME), found.limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCancelledExplorationTellsTheLevelsThatItCompleted(int threads) {
        CancelToken token = new CancelToken();
        List<Progress> seen = new ArrayList<>();
        Exploration found = Explorer.explore(AnchorModel.S,
                DEFAULTS.withThreads(threads).withProgressInterval(Duration.ZERO), token, progress -> {
                    seen.add(progress);
                    if (progress.level() == 12) {
                        token.cancel();
                    }
                });
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(Optional.of(Limit.CANCELLED), found.limit());
        assertEquals(12, found.counts().depth());
        assertEquals(12, seen.getLast().level());
        assertTrue(found.statesFound() >= found.counts().states());
    }

    @Test
    void progressRisesAndNamesTheLevel() {
        List<Progress> seen = new ArrayList<>();
        Exploration found = Explorer.explore(AnchorModel.S, DEFAULTS.withProgressInterval(Duration.ZERO),
                new CancelToken(), seen::add);
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(seen.get(i).states() >= seen.get(i - 1).states());
            assertTrue(seen.get(i).level() >= seen.get(i - 1).level());
        }
        assertEquals(35, seen.getLast().level());
        assertEquals(found.counts().states(), seen.getLast().states());
        assertTrue(seen.stream().allMatch(progress -> progress.levelStates() > 0 && progress.memory() > 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatASystemThrowsReachesTheCaller(int threads) {
        Counter wide = new Counter(1 << 20) {
            @Override
            public void successors(long[] words, int at, Successors out) {
                if (words[at] == 200_000) {
                    throw new UnsupportedOperationException("state 200000");
                }
                out.add(2 * words[at] + 1, 0);
                out.add(2 * words[at] + 2, 0);
            }
        };
        RuntimeException thrown = assertThrows(RuntimeException.class,
                () -> Explorer.explore(wide, DEFAULTS.withThreads(threads)));
        assertTrue(thrown instanceof UnsupportedOperationException
                || thrown.getCause() instanceof UnsupportedOperationException, thrown.toString());
    }

    @Test
    void aStateThatUsesTheReservedBitIsABug() {
        Counter wrong = new Counter(10) {
            @Override
            public void initial(Successors out) {
                out.add(TransitionSystem.RESERVED_BIT, 0);
            }
        };
        assertThrows(IllegalStateException.class, () -> Explorer.explore(wrong, DEFAULTS));
    }

    @Test
    void aChainOfManyLevelsIsExploredToItsEnd() {
        Exploration found = Explorer.explore(new Counter(20_000),
                DEFAULTS.withDeadlocks(true).withThreads(2));
        assertEquals(Verdict.VIOLATED, found.verdict());
        Counterexample path = found.counterexample().orElseThrow();
        assertEquals(Counterexample.Kind.DEADLOCK, path.kind());
        assertEquals(19_999, path.length());
        Replay.assertReaches(new Counter(20_000), path);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withThreads(0));
        assertThrows(IllegalArgumentException.class,
                () -> DEFAULTS.withThreads(ExplorationOptions.MAX_THREADS + 1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMaxStates(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMaxMemory(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMaxTime(Duration.ofSeconds(-1)));
    }
}
