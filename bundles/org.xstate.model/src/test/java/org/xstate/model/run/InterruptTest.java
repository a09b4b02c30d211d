package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.model.link.Process;

/** Contexts of a CPU: who may step, who may begin. */
class InterruptTest {

    private static final String LEVELS = """
            range(0, 3) left = 3;
            task(A) { x = 1; x = 2; }
            interrupt(softirq, 1, left > 0) { left -= 1; this_cpu_write(marks, 1); y = 1; interleave(); y = 2; }
            interrupt(hardirq, 2, left > 0) { left -= 1; this_cpu_write(marks, 2); y = 3; interleave(); y = 4; }
            """;

    @Test
    void onlyTheInnermostContextStepsAndOnlyHigherLevelsBegin() {
        Running running = Running.tasks(1, LEVELS);
        assertEquals(Set.of("A", "softirq", "hardirq"), running.able(running.initial()));
        long[] soft = running.step(running.initial(), "softirq");
        assertEquals(Set.of("softirq", "hardirq"), running.able(soft));
        long[] hard = running.step(soft, "hardirq");
        assertEquals(Set.of("hardirq"), running.able(hard));
    }

    @Test
    void aLowerLevelDoesNotBeginAboveAHigherOne() {
        Running running = Running.tasks(1, LEVELS);
        assertEquals(Set.of("hardirq"), running.able(running.step(running.initial(), "hardirq")));
    }

    @Test
    void theBeginIsOneWithTheFirstStep() {
        Running running = Running.tasks(1, LEVELS);
        // nothing is above it, so its first step goes on to the interleaving point
        assertEquals(3, running.get(running.step(running.initial(), "hardirq"), "y"));
    }

    @Test
    void anInterruptThatHasEndedMayBeginAgain() {
        Running running = Running.tasks(1, """
                task(A) { x = 1; }
                interrupt(irq, 2, y < 2) { y += 1; }
                """);
        long[] once = running.step(running.initial(), "irq");
        long[] twice = running.step(once, "irq");
        assertEquals(2, running.get(twice, "y"));
        assertEquals(Set.of("A"), running.able(twice));
    }

    @Test
    void interruptsOfTwoCpusAreIndependent() {
        Running running = Running.tasks(2,
                """
                        task(A) { x = 1; }
                        task(B) { x = 2; }
                        interrupt(irq, 2, this_cpu_read(depth) == 0) { this_cpu_write(depth, 1); interleave(); y += 1; }
                        """);
        List<Transition> begins = running.steps(running.initial(), "irq");
        assertEquals(List.of(0, 1), begins.stream().map(Transition::cpu).toList());
        long[] onFirst = begins.getFirst().to();
        assertEquals(Set.of("irq", "B"), running.able(onFirst));
        assertEquals(1, running.get(onFirst, "per_cpu(depth, 0)"));
        assertEquals(0, running.get(onFirst, "per_cpu(depth, 1)"));
    }

    @Test
    void levelZeroRunsInTheNameOfTheTaskAndGoesWithIt() {
        Running running = Running.tasks(1, """
                task(A) { x = 1; x = 2; }
                task(B) { atomic { this_cpu_write(current_task, &tasks[0]); } interleave(); }
                interrupt(preempt, 0, x == 0)
                {
                    atomic { this_cpu_write(current_task, &tasks[1]); }
                    interleave();
                    y = 5;
                }
                """);
        long[] preempted = running.step(running.initial(), "preempt");
        // B is current and has not been preempted: it may step, or be preempted itself
        assertEquals(Set.of("B", "preempt"), running.able(preempted));
        long[] back = running.step(preempted, "B");
        assertEquals(Set.of("preempt"), running.able(back));
        long[] ended = running.step(back, "preempt");
        assertEquals(5, running.get(ended, "y"));
        assertEquals(Set.of("A", "preempt"), running.able(ended));
    }

    @Test
    void withoutACurrentTaskNothingOfLevelZeroRuns() {
        Running running = Running.tasks(1, """
                task(A) { atomic { this_cpu_write(current_task, NULL); } interleave(); }
                interrupt(preempt, 0, true) { y = 1; }
                interrupt(irq, 1, true) { x = 1; }
                """);
        assertEquals(Set.of("irq"), running.able(running.step(running.initial(), "A")));
    }

    @Test
    void aTaskWithoutABodyCanBeInterrupted() {
        Running running = Running.tasks(1, """
                task(A) { atomic { this_cpu_write(current_task, &tasks[2]); } interleave(); }
                interrupt(preempt, 0, y == 0) { y = 1; }
                """);
        assertEquals(Set.of("preempt"), running.able(running.step(running.initial(), "A")));
    }

    @Test
    void anInterruptThatCanNeverBeginHasNoProcess() {
        Running running = Running.tasks(1, """
                bool allowed(void) { return NMIS > 0 && x > 0; }
                task(A) { x = 1; }
                interrupt(nmi, 3, allowed()) { x = 2; }
                """);
        assertEquals(List.of("A"), running.machine().processes().stream().map(Process::name).toList());
    }

    @Test
    void aGuardThatCannotBeEvaluatedViolatesItsClaimWhenTheInterruptIsToBegin() {
        Running running = Running.tasks(1, """
                task(A) { x = 1; }
                interrupt(irq, 1, current->friend->n == 0) { x = 2; }
                """);
        Transition failed = running.steps(running.initial(), "irq").getFirst();
        assertEquals("no-null-pointer",
                running.machine().claims().get(failed.failure().orElseThrow().claim()).name());
    }
}
