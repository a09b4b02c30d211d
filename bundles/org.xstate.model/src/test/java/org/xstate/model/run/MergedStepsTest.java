package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;

/**
 * Merging what nobody else can see hides no violation and makes none: the same claims are violated when every access to
 * the state is a step of its own. The claims are made on the way, about what the processes themselves see.
 */
class MergedStepsTest {

    private static final int STATES = 400_000;

    private static final String LIBRARY = """
            property(never, "asserted on the way");
            range(0, 1) token;
            void leave_to(struct task_struct *next)
            {
                atomic { assume(!next->on_cpu); current->on_cpu = false; next->on_cpu = true;
                    this_cpu_write(current_task, next); }
                interleave();
            }
            void touch(struct task_struct *tsk) { tsk->n = 1; tsk->n = 2; }
            u8 look(struct task_struct *tsk) { return tsk->n; }
            """;

    @ParameterizedTest
    @ValueSource(strings = {
        // what is only reached through current is nobody else's: no violation
        "1|task(A) { touch(current); require(never, look(current) == 2); leave_to(&tasks[1]); }"
                + "task(B) { touch(current); require(never, look(current) == 2); leave_to(&tasks[0]); }"
                + "interrupt(preempt, 0, token == 0) { token = 1; touch(current); }",
        "2|task(A) { touch(current); require(never, look(current) == 2); leave_to(&tasks[2]); }"
                + "task(B) { touch(current); require(never, look(current) == 2); leave_to(&tasks[0]); }",
        // ... unless somebody reaches it by another pointer
        "2|task(A) { touch(current); require(never, look(current) == 2); }"
                + "task(B) { touch(&tasks[0]); require(never, look(current) == 0); }",
        "2|task(A) { current->n = 1; require(never, tasks[1].n == 0); }"
                + "task(B) { touch(current); require(never, look(current) == 2); }",
        "2|task(A) { struct task_struct *me = current; me->friend = &tasks[1]; me->friend->n = 3;"
                + " require(never, me->n == 0); }"
                + "task(B) { touch(current); require(never, look(current) == 2); }",
        // a pointer to a part of current
        "2|task(A) { struct fpu *fpu = &current->fpu; fpu->last = 1; fpu->last += 1; require(never, fpu->last == 2); }"
                + "task(B) { current->fpu.last = 7; require(never, current->fpu.last == 7); }",
        "2|task(A) { struct fpu *fpu = &tasks[1].fpu; fpu->last = 1; }"
                + "task(B) { current->fpu.last = 7; require(never, current->fpu.last == 7); }",
        // what is of this CPU only
        "2|task(A) { this_cpu_write(marks, 1); this_cpu_write(marks, this_cpu_read(marks) + 1);"
                + " require(never, this_cpu_read(marks) == 2); }"
                + "task(B) { this_cpu_write(marks, 5); require(never, this_cpu_read(marks) == 5); }",
        "2|task(A) { this_cpu_write(marks, 1); require(never, this_cpu_read(marks) == 1); }"
                + "task(B) { per_cpu(marks, choose_cpu()) = 5; }",
        // an interrupt in between, or kept out
        "1|task(A) { x = 1; x = x + 1; require(never, x == 2); }"
                + "interrupt(irq, 2, token == 0) { token = 1; x = 5; }",
        "1|task(A) { this_cpu_write(depth, 1); x = 1; x = x + 1; require(never, x == 2); this_cpu_write(depth, 0); }"
                + "interrupt(irq, 2, token == 0 && this_cpu_read(depth) == 0) { token = 1; x = 5; }",
        "1|task(A) { x = 1; } interrupt(soft, 1, token == 0) { token = 1; y = 1; y += 1; require(never, y == 2); }"
                + "interrupt(hard, 2, x == 1) { x = 2; y = 7; }",
        // a guard that reads what the task is about to write
        "1|task(A) { current->n = 1; current->n = 2; } interrupt(irq, 1, current->n == 1 && token == 0)"
                + " { token = 1; require(never, false); }",
        "2|task(A) { atomic { x = 1; x = 2; } } task(B) { require(never, x != 1); }",
        "2|task(A) { x = 1; x = 2; } task(B) { require(never, x != 1); }",
        // preemption and migration: the CPU that a task was on
        "2|task(A) { cpu_t c = smp_processor_id(); require(never, c == smp_processor_id()); }"
                + "task(B) { leave_to(&tasks[0]); }"
                + "interrupt(preempt, 0, token == 0 && current == &tasks[0]) { token = 1; leave_to(&tasks[2]); }"})
    void violateTheSameClaims(String model) {
        int cpus = Integer.parseInt(model.substring(0, 1));
        Program program = Running
                .program("scenario(s) { cpus(" + cpus + "); }\n" + Running.TASKS + Running.SETUP
                        + LIBRARY + model.substring(2));
        Set<String> merged = Running.of(program, new LinkOptions(cpus, true, Set.of())).violated(STATES);
        Set<String> apart = Running.of(program, new LinkOptions(cpus, false, Set.of())).violated(STATES);
        assertEquals(apart, merged);
    }
}
