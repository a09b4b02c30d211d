package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.model.link.Machine;

/** Checking models of tasks and interrupts, with results worked out by hand. */
class ModelCheckTest {

    /** Each CPU counts its ticks to two; nothing else happens. */
    private static final String TICKS = """
            struct task_struct { bool any; };
            pool(struct task_struct, tasks, 1);
            DEFINE_PER_CPU(struct task_struct *, current_task);
            DEFINE_PER_CPU(u8, ticks);
            cpu_t latest = NO_CPU;
            scenario(ticks) { cpus(3); }
            task(A) { cover("A runs"); }
            interrupt(tick, 2, this_cpu_read(ticks) < 2)
            {
            	atomic {
            		this_cpu_write(ticks, this_cpu_read(ticks) + 1);
            		latest = smp_processor_id();
            		if (this_cpu_read(ticks) == 2)
            			cover("bound: ticks");
            	}
            }
            """;

    private static final String LATEST = """
            property(latest_ticked_twice, "not all CPUs have ticked twice")
            {
            	return exists(c, cpus, per_cpu(ticks, c) < 2);
            }
            """;

    private static CheckResult check(String text, boolean reductions, int threads) {
        return ModelCheck.check(Machines.of(text), CheckOptions.defaults().withReductions(reductions)
                .withExploration(ExplorationOptions.defaults().withThreads(threads)));
    }

    @Test
    void cpusThatNothingTellsApartAreTakenForEachOther() {
        CheckResult whole = check(TICKS, false, 1);
        CheckResult reduced = check(TICKS, true, 1);
        // counters of three CPUs from 0 to 2, and the last CPU to tick, which has
        assertEquals(1 + 3 * 2 * 9, whole.counts().states());
        // the last one, and the counters of the other two in either order
        assertEquals(1 + 2 * 6, reduced.counts().states());
        assertEquals(3, reduced.reductions().cpus());
        assertEquals(Verdict.HOLDS, reduced.verdict());
        assertEquals(6, reduced.counts().depth());
        assertEquals(6, whole.counts().depth());
    }

    @Test
    void aReducedSearchGivesARealPathOfTheSameLength() {
        CheckResult whole = check(TICKS + LATEST, false, 1);
        CheckResult reduced = check(TICKS + LATEST, true, 2);
        assertEquals(6, whole.path().orElseThrow().length());
        assertEquals(6, reduced.path().orElseThrow().length());
        RealPath.assertReal(Machines.of(TICKS + LATEST), whole.path().get());
        RealPath.assertReal(Machines.of(TICKS + LATEST), reduced.path().get());
    }

    @Test
    void aPathIsTheSameForAnyNumberOfThreads() {
        CheckPath one = check(TICKS + LATEST, true, 1).path().orElseThrow();
        CheckPath two = check(TICKS + LATEST, true, 2).path().orElseThrow();
        assertEquals(states(one), states(two));
    }

    private static List<String> states(CheckPath path) {
        return path.steps().stream().map(step -> step.action() + Arrays.toString(step.slots())).toList();
    }

    @Test
    void whatWasNeverReachedIsReported() {
        CheckResult found = check(TICKS, true, 1);
        assertEquals(Set.of("bound: ticks"), found.coverage().labels());
        assertEquals(Set.of("A runs"), found.coverage().missedLabels());
        assertEquals(List.of("ticks"), found.coverage().boundsHit());
        assertTrue(found.coverage().neverReached().stream().anyMatch(one -> one.text().contains("A runs")),
                found.coverage().neverReached().toString());
    }

    @Test
    void valuesOfAChoiceWithWhichNoStepEndsAreReported() {
        CheckResult found = check("""
                range(0, 9) x;
                rule(r)
                {
                	int v = choose(0, 4);
                	assume(v != 3 && x < 3);
                	x = v;
                }
                """, true, 1);
        assertEquals(List.of(3L),
                found.coverage().neverTaken().stream().map(CheckCoverage.ChoiceValue::value).toList());
        assertEquals(List.of(), found.coverage().neverReached());
    }

    @Test
    void aFailedAssertionEndsThePathWhereItsStepStopped() {
        String text = """
                range(0, 9) x;
                rule(up) { assume(x < 5); x = x + 1; assert(x != 3); }
                """;
        CheckPath path = check(text, true, 1).path().orElseThrow();
        assertEquals(Counterexample.Kind.STEP, path.kind());
        assertEquals(3, path.length());
        RealPath.assertReal(Machines.of(text), path);
    }

    @Test
    void aFailingSetupIsAViolationWithoutSteps() {
        String text = """
                struct task_struct { bool any; };
                pool(struct task_struct, tasks, 1);
                DEFINE_PER_CPU(struct task_struct *, current_task);
                range(0, 3) x;
                task(A) { x = 1; }
                setup(wrong) { x = choose(0, 3); assert(x < 3); }
                """;
        CheckPath path = check(text, true, 1).path().orElseThrow();
        assertEquals(0, path.length());
        assertEquals(Counterexample.Kind.STEP, path.kind());
    }

    @Test
    void anEndlessStepViolatesThePromiseThatStepsEnd() {
        Machine machine = Machines.of("""
                bool stop;
                rule(r) { bool wait = true; while (wait) wait = !stop; }
                """);
        CheckResult found = ModelCheck.check(machine, CheckOptions.defaults());
        assertEquals(Verdict.VIOLATED, found.verdict());
        int claim = found.path().orElseThrow().claim().orElseThrow();
        assertEquals("step-ends", machine.claims().get(claim).name());
    }

    @Test
    void boundsEndInUndecidedWithWhatIsKnown() {
        Machine machine = Machines.anchor("M", Map.of());
        CheckOptions options = CheckOptions.defaults().withReductions(false);
        CheckResult memory = ModelCheck.check(machine,
                options.withExploration(ExplorationOptions.defaults().withMaxMemory(1 << 20)));
        assertEquals(Verdict.UNDECIDED, memory.verdict());
        assertEquals(Optional.of(Limit.MEMORY), memory.limit());
        assertTrue(memory.counts().depth() > 5, "explored to depth " + memory.counts().depth());
        CheckResult time = ModelCheck.check(machine,
                options.withExploration(ExplorationOptions.defaults().withMaxTime(Duration.ofMillis(1))));
        assertEquals(Optional.of(Limit.TIME), time.limit());
        CheckResult states = ModelCheck.check(machine,
                options.withExploration(ExplorationOptions.defaults().withMaxStates(10_000)));
        assertEquals(Optional.of(Limit.STATES), states.limit());
        assertTrue(states.counts().states() <= 10_000, "counted " + states.counts().states());
    }

    @Test
    void aCancelledCheckAnswersSoon() {
        CancelToken token = new CancelToken();
        long[] cancelled = new long[1];
        CheckResult found = ModelCheck.check(Machines.anchor("L", Map.of()),
                CheckOptions.defaults().withExploration(
                        ExplorationOptions.defaults().withProgressInterval(Duration.ofMillis(1))),
                token, progress -> {
                    if (progress.states() > 20_000 && !token.isCancelled()) {
                        cancelled[0] = System.nanoTime();
                        token.cancel();
                    }
                });
        Duration late = Duration.ofNanos(System.nanoTime() - cancelled[0]);
        assertEquals(Optional.of(Limit.CANCELLED), found.limit());
        // ten times what is promised: the machine that runs the tests may be busy
        assertTrue(late.toMillis() < 2000, late + " after the cancel");
    }

    @Test
    void byDefaultTheVisitedSetMayTakeTwiceTheHeap() {
        assertEquals(2 * Runtime.getRuntime().maxMemory(), CheckOptions.defaults().exploration().maxMemory());
    }
}
