package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class RandomSystemTest {

    private static final int SMALL_SYSTEMS = 400;

    @Test
    void smallSystemsGiveTheCountsAndVerdictOfATextbookSearch() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < SMALL_SYSTEMS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomSystem system = new RandomSystem(seed, 1 + random.nextInt(4), 1 + random.nextInt(600),
                    1 + random.nextInt(4), random.nextInt(3) * 30, random.nextInt(3) * 10);
            boolean deadlocks = random.nextInt(4) == 0;
            Exploration found = compare(system, deadlocks, 1);
            verdicts.merge(found.verdict(), 1, Integer::sum);
        }
        assertTrue(verdicts.get(Verdict.HOLDS) > SMALL_SYSTEMS / 10, "too few that hold: " + verdicts);
        assertTrue(verdicts.get(Verdict.VIOLATED) > SMALL_SYSTEMS / 10, "too few violated: " + verdicts);
    }

    @Test
    void largeSystemsAreTheSameForAnyNumberOfThreads() {
        for (int seed = 0; seed < 4; seed++) {
            RandomSystem system = new RandomSystem(seed, 1 + seed, 60_000, 4, seed % 2, seed / 2);
            Exploration one = compare(system, false, 1);
            for (int threads = 2; threads <= 4; threads++) {
                Exploration several = compare(system, false, threads);
                assertEquals(one.counts(), several.counts());
                assertEquals(one.counterexample(), several.counterexample());
            }
        }
    }

    private static Exploration compare(RandomSystem system, boolean deadlocks, int threads) {
        Exploration found = Explorer.explore(system,
                ExplorationOptions.defaults().withThreads(threads).withDeadlocks(deadlocks));
        NaiveSearch expected = new NaiveSearch(system, deadlocks);
        String what = system + " " + found;
        assertEquals(expected.violated ? Verdict.VIOLATED : Verdict.HOLDS, found.verdict(), what);
        assertEquals(expected.depths.size(), found.counts().states(), what);
        assertEquals(expected.transitions, found.counts().transitions(), what);
        assertEquals(expected.depth, found.counts().depth(), what);
        assertEquals(expected.deadlocks, found.counts().deadlocks(), what);
        assertEquals(LongStream.of(expected.fired).boxed().toList(), found.counts().fired(), what);
        assertEquals(found.verdict() == Verdict.VIOLATED, found.counterexample().isPresent(), what);
        found.counterexample().ifPresent(path -> {
            assertEquals(expected.path(), path, what);
            Replay.assertReaches(system, path);
        });
        return found;
    }
}
