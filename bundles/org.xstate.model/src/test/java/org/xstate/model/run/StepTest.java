package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What is one step: the class comment of Machine, sentence by sentence. */
class StepTest {

    private static final String TWO_WRITES = "task(A) { x = 1; y = 2; x = 3; }\n";
    private static final String NOTHING = "task(B) { x = 9; }\n";

    @Test
    void nobodyElseIsThereSoATaskRunsToItsEnd() {
        assertEquals(List.of(3L), Running.tasks(1, TWO_WRITES).trace("A", "x"));
    }

    @Test
    void anotherTaskOnTheSameCpuDoesNotIntervene() {
        assertEquals(List.of(3L), Running.tasks(1, TWO_WRITES + NOTHING).trace("A", "x"));
    }

    @Test
    void anotherCpuMaySeeEveryWriteOfWhatItReads() {
        String reader = "task(B) { range(0, 100) sum = x; sum = sum + y; seen = sum; }\n";
        assertEquals(List.of(1L, 1L, 3L), Running.tasks(2, TWO_WRITES + reader).trace("A", "x"));
    }

    @Test
    void whatNobodyElseWritesIsReadWithoutAStop() {
        String readers = """
                task(A) { x = y + open; x = x + y; }
                task(B) { range(0, 100) sum = y; seen = sum; }
                """;
        // before the first write; before the read of x, before its write
        assertEquals(List.of(0L, 0L, 0L, 0L),
                Running.tasks(2, readers + "task(C) { x = 5; }").trace("A", "x"));
    }

    @Test
    void anInterruptStopsATaskOnlyWhereItMayBegin() {
        String text = """
                task(A)
                {
                    x = 1;
                    this_cpu_write(depth, 1);
                    x = 2;
                    x = 3;
                    this_cpu_write(depth, 0);
                    x = 4;
                }
                interrupt(irq, 2, this_cpu_read(depth) == 0 && x < 9) { x += 5; }
                """;
        // before each write while depth is 0, and before the write that makes it 1; with depth 1 there is no stop
        assertEquals(List.of(1L, 3L, 4L), Running.tasks(1, text).trace("A", "x").subList(0, 3));
    }

    @Test
    void anAtomicSectionIsOneStepForEverybody() {
        String text = """
                task(A) { atomic { x = 1; y = 2; x = 3; } x = 4; }
                task(B) { x = 9; y = 9; }
                """;
        assertEquals(List.of(3L, 4L), Running.tasks(2, text).trace("A", "x"));
    }

    @Test
    void aFunctionNamedAtomicIsOneStep() {
        String text = """
                void __VERIFIER_atomic_both(void) { x = 1; y = 2; x = 3; }
                task(A) { __VERIFIER_atomic_both(); x = 4; }
                task(B) { x = 9; y = 9; }
                """;
        assertEquals(List.of(3L, 4L), Running.tasks(2, text).trace("A", "x"));
    }

    @Test
    void anInterleavingPointAlwaysStops() {
        assertEquals(List.of(1L, 2L),
                Running.tasks(1, "task(A) { x = 1; interleave(); x = 2; }").trace("A", "x"));
    }

    @Test
    void aTaskWaitsBeforeAConditionThatDoesNotHold() {
        Running running = Running.tasks(2, """
                task(A) { x = 1; assume(open); x = 2; }
                task(B) { open = true; }
                """);
        long[] waiting = running.step(running.initial(), "A");
        assertEquals(1, running.get(waiting, "x"));
        assertEquals(Set.of("B"), running.able(waiting));
        long[] opened = running.step(waiting, "B");
        assertEquals(2, running.get(running.step(opened, "A"), "x"));
    }

    @Test
    void aConditionInAnAtomicSectionMakesTheStepImpossible() {
        Running running = Running.tasks(2, """
                task(A) { atomic { x = 1; assume(open); x = 2; } }
                task(B) { open = true; }
                """);
        assertEquals(Set.of("B"), running.able(running.initial()));
        assertEquals(2, running.get(running.step(running.step(running.initial(), "B"), "A"), "x"));
    }

    @Test
    void whatWasDoneBeforeASectionThatIsNotPossibleHasHappened() {
        Running running = Running.tasks(1, """
                task(A) { x = 1; atomic { assume(open); x = 2; } }
                task(B) { open = true; }
                """);
        long[] stuck = running.step(running.initial(), "A");
        assertEquals(1, running.get(stuck, "x"));
        assertEquals(Set.of(), running.able(stuck));
    }

    @Test
    void aTaskWaitsBeforeAConditionThatCallsAndEvaluatesItAnew() {
        Running running = Running.tasks(2, """
                bool may_go(void) { return open; }
                task(A) { x = 1; assume(may_go()); x = 2; }
                task(B) { open = true; }
                """);
        long[] waiting = running.step(running.initial(), "A");
        assertEquals(1, running.get(waiting, "x"));
        assertEquals(Set.of("B"), running.able(waiting));
        assertEquals(2, running.get(running.step(running.step(waiting, "B"), "A"), "x"));
    }

    @Test
    void whatWasDoneBeforeAConditionThatCallsHasHappened() {
        Running running = Running.tasks(1, """
                bool may_go(void) { return open; }
                task(A) { x = 1; assume(may_go()); x = 2; }
                task(B) { open = true; }
                """);
        assertEquals(1, running.get(running.step(running.initial(), "A"), "x"));
    }

    @Test
    void eachChoiceIsAStepAndTheLastChangesFastest() {
        Running running = Running.tasks(1,
                "task(A) { int a = choose(0, 1); int b = choose(3, 5); x = a * 10 + b; }");
        List<Long> values = running.steps(running.initial(), "A").stream()
                .map(one -> running.get(one.to(), "x")).toList();
        assertEquals(List.of(3L, 4L, 5L, 13L, 14L, 15L), values);
    }

    @Test
    void anAssumptionEndsTheWaysThatDoNotMeetIt() {
        Running running = Running.tasks(1,
                "task(A) { int a = choose(0, 9); assume(a % 4 == 1); x = a; }");
        assertEquals(List.of(1L, 5L, 9L), running.steps(running.initial(), "A").stream()
                .map(one -> running.get(one.to(), "x")).toList());
    }

    @Test
    void ghostsAreNotSteps() {
        assertEquals(List.of(3L), Running.tasks(2, """
                task(A) { seen = 1; seen = 2; seen = 3; }
                task(B) { seen = 9; }
                """).trace("A", "seen"));
    }

    @Test
    void aTaskDoesNotStepWhileItIsNotCurrent() {
        Running running = Running.tasks(1, "task(A) { x = 1; }\ntask(B) { x = 2; }\n");
        assertEquals(Set.of("A"), running.able(running.initial()));
        assertEquals(Set.of(), running.able(running.step(running.initial(), "A")));
    }

    @Test
    void aTaskGoesOnWhereItIsCurrentAgain() {
        Running running = Running.tasks(2, """
                void leave_to(struct task_struct *next)
                {
                    atomic { this_cpu_write(current_task, next); }
                    interleave();
                }
                task(A) { leave_to(NULL); x = 1; }
                task(B) { leave_to(&tasks[0]); }
                """);
        long[] left = running.step(running.initial(), "A");
        assertEquals(Set.of("B"), running.able(left));
        long[] moved = running.step(left, "B");
        assertEquals(1, running.steps(moved, "A").getFirst().cpu());
        assertEquals(1, running.get(running.step(moved, "A"), "x"));
    }
}
