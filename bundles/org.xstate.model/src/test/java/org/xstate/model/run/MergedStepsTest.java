package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
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
    private static final int MODELS = 60;
    private static final int CLAIMS = 12;

    private static final List<String> STATEMENTS = List.of("x = x + 1;", "x = %n;", "y = x;",
            "current->n = %n;",
            "current->n += 1;", "tasks[%t].n = %n;", "this_cpu_write(marks, %n);",
            "per_cpu(marks, choose_cpu()) = %n;", "touch(current);", "touch(&tasks[%t]);",
            "atomic { x = 1; y = x + 1; }", "current->fpu.last = %n;", "this_cpu_write(depth, 1);",
            "this_cpu_write(depth, 0);", "per_cpu(depth, choose_cpu()) = 0;",
            "per_cpu(depth, choose_cpu()) = 1;",
            "assume(x == %n || y != 0);", "open = true;", "assume(open);", "if (open) marks_seen();",
            "if (x == %n) hit[%c] = true;", "if (current->n == %n) hit[%c] = true;",
            "if (this_cpu_read(marks) == %n) hit[%c] = true;", "if (y != x) hit[%c] = true;",
            "if (x == %n) y = 2;",
            "if (current->fpu.last == %n) hit[%c] = true;", "leave_to(&tasks[%t]);");

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
            void marks_seen(void) { if (this_cpu_read(marks) == 1) y = 1; }
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
        // an interrupt that another CPU sends in answer to what it has seen
        "2|task(A) { open = true; this_cpu_write(marks, 1); this_cpu_write(marks, 2); }"
                + "task(B) { assume(open); per_cpu(depth, choose_cpu()) = 1; }"
                + "interrupt(ipi, 2, this_cpu_read(depth) == 1 && token == 0)"
                + " { token = 1; require(never, this_cpu_read(marks) != 1); }",
        "2|task(A) { atomic { x = 1; x = 2; } } task(B) { require(never, x != 1); }",
        "2|task(A) { x = 1; x = 2; } task(B) { require(never, x != 1); }",
        // preemption and migration: the CPU that a task was on
        "2|task(A) { this_cpu_write(marks, 1); require(never, this_cpu_read(marks) == 1); }"
                + "task(B) { leave_to(&tasks[0]); }"
                + "interrupt(preempt, 0, token == 0 && current == &tasks[0]) { token = 1; leave_to(&tasks[2]); }",
        "2|task(A) { cpu_t c = smp_processor_id(); require(never, c == smp_processor_id()); }"
                + "task(B) { leave_to(&tasks[0]); }"
                + "interrupt(preempt, 0, token == 0 && current == &tasks[0]) { token = 1; leave_to(&tasks[2]); }"})
    void violateTheSameClaims(String model) {
        compare(Integer.parseInt(model.substring(0, 1)), model.substring(2));
    }

    private static Set<String> compare(int cpus, String model) {
        Program program = Running
                .program("scenario(s) { cpus(" + cpus + "); }\n" + Running.TASKS + Running.SETUP
                        + LIBRARY + model);
        Set<String> merged = Running.of(program, new LinkOptions(cpus, true, Set.of())).violated(STATES);
        Set<String> apart = Running.of(program, new LinkOptions(cpus, false, Set.of())).violated(STATES);
        assertEquals(apart, merged, model);
        return apart;
    }

    private int claims;

    @Test
    void randomModelsSeeTheSame() {
        Set<String> all = new HashSet<>();
        for (int seed = 0; seed < MODELS; seed++) {
            Random random = new Random(seed);
            claims = 0;
            StringBuilder model = new StringBuilder("ghost bool hit[" + CLAIMS + "];\nbool gone;\n");
            for (String task : List.of("A", "B")) {
                model.append("task(").append(task).append(") { ").append(statements(random, 5, true))
                        .append("}\n");
            }
            if (random.nextBoolean()) {
                model.append("interrupt(irq, 2, token == 0 && this_cpu_read(depth) == 0) { token = 1; ")
                        .append(statements(random, 2, false)).append("}\n");
            } else {
                model.append("interrupt(preempt, 0, !gone) { gone = true; leave_to(&tasks[")
                        .append(random.nextInt(3)).append("]); ").append(statements(random, 1, false))
                        .append("}\n");
            }
            int cpus = 1 + random.nextInt(2);
            Program program = Running.program("scenario(s) { cpus(" + cpus + "); }\n" + Running.TASKS
                    + Running.SETUP + LIBRARY + model);
            Set<String> merged = hits(Running.of(program, new LinkOptions(cpus, true, Set.of())));
            assertEquals(hits(Running.of(program, new LinkOptions(cpus, false, Set.of()))), merged,
                    cpus + " CPUs: " + model);
            all.addAll(merged);
        }
        assertTrue(all.size() > CLAIMS / 3, "little was seen: " + all);
    }

    /** What some process has ever seen: the flags that are set in some state. */
    private static Set<String> hits(Running running) {
        Set<String> hits = new TreeSet<>();
        running.reachable(STATES).forEach(state -> {
            for (int i = 0; i < running.machine().slots().size(); i++) {
                String name = running.machine().slots().get(i).name();
                if (name.startsWith("hit[") && state.get(i) != 0) {
                    hits.add(name);
                }
            }
        });
        return hits;
    }

    private String statements(Random random, int count, boolean switching) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int pick = random.nextInt(switching ? STATEMENTS.size() : STATEMENTS.size() - 1);
            text.append(STATEMENTS.get(pick).replace("%t", Integer.toString(random.nextInt(3)))
                    .replace("%n", Integer.toString(random.nextInt(3)))
                    .replace("%c", Integer.toString(claims))).append(' ');
            claims += STATEMENTS.get(pick).contains("%c") ? 1 : 0;
        }
        return text.toString();
    }
}
