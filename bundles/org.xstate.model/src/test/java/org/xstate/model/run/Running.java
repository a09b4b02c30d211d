package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.DiagnosticText;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;

/** A text that is laid out and interpreted. */
final class Running {

    /** What a text with tasks needs; two tasks and an idle task for each CPU would be more than these tests do. */
    static final String TASKS = """
            struct fpu { bool live; u8 last; };
            struct task_struct { bool on_cpu; u8 n; struct fpu fpu; struct task_struct *friend; };
            pool(struct task_struct, tasks, 3);
            DEFINE_PER_CPU(struct task_struct *, current_task);
            DEFINE_PER_CPU(range(0, 7), depth);
            DEFINE_PER_CPU(range(0, 7), marks);
            range(0, 100) x;
            range(0, 100) y;
            bool open;
            ghost range(0, 100) seen;
            """;

    /** One task on each CPU, in order. */
    static final String SETUP = """
            setup(first)
            {
                for (int i = 0; i < NR_CPUS; i++) {
                    per_cpu(current_task, cpu(i)) = &tasks[i];
                    tasks[i].on_cpu = true;
                }
            }
            """;

    private final Machine machine;
    private final Interpreter interpreter;

    private Running(Machine machine) {
        this.machine = machine;
        this.interpreter = new Interpreter(machine);
    }

    static Program program(String text) {
        SourceFiles files = SourceFiles.of(Map.of("m.c", text));
        Compilation compilation = ModelCompiler.compile(files, "m.c", CompileOptions.DEFAULT);
        return compilation.program().orElseThrow(
                () -> new AssertionError(new DiagnosticText(files).render(compilation.diagnostics())));
    }

    static Running of(String text) {
        Program program = program(text);
        return of(program, LinkOptions.cpus(program.cpus()));
    }

    static Running of(Program program, LinkOptions options) {
        Linked linked = Linker.link(program, options);
        return new Running(linked.machine().orElseThrow(() -> new AssertionError(linked.diagnostics())));
    }

    /** Tasks on so many CPUs. */
    static Running tasks(int cpus, String text) {
        return of("scenario(s) { cpus(" + cpus + "); }\n" + TASKS + SETUP + text);
    }

    Machine machine() {
        return machine;
    }

    Interpreter interpreter() {
        return interpreter;
    }

    long[] initial() {
        List<Transition> initial = interpreter.initial();
        assertEquals(1, initial.size());
        assertEquals(Optional.empty(), initial.getFirst().failure());
        return initial.getFirst().to();
    }

    int slot(String name) {
        int slot = machine.slots().stream().map(one -> one.name()).toList().indexOf(name);
        if (slot < 0) {
            throw new AssertionError("no slot " + name + " in " + machine.slots());
        }
        return slot;
    }

    long get(long[] state, String slot) {
        return state[slot(slot)];
    }

    /** The steps of the process of that name. */
    List<Transition> steps(long[] state, String process) {
        return interpreter.transitions(state).stream().filter(one -> name(one).equals(process)).toList();
    }

    String name(Transition transition) {
        int rules = machine.rules().size();
        return transition.action() < rules
                ? machine.rules().get(transition.action()).name()
                : machine.processes().get(transition.action() - rules).name();
    }

    /** The state after the only step of the process. */
    long[] step(long[] state, String process) {
        List<Transition> steps = steps(state, process);
        assertEquals(1, steps.size(), process + " has " + steps.size() + " steps");
        assertEquals(Optional.empty(), steps.getFirst().failure());
        return steps.getFirst().to();
    }

    /** Steps of the process alone until it cannot step, with the value of a slot after each. */
    List<Long> trace(String process, String slot) {
        List<Long> values = new ArrayList<>();
        long[] state = initial();
        while (!steps(state, process).isEmpty()) {
            state = step(state, process);
            values.add(get(state, slot));
        }
        return values;
    }

    /** Who can step. */
    Set<String> able(long[] state) {
        Set<String> names = new LinkedHashSet<>();
        interpreter.transitions(state).forEach(one -> names.add(name(one)));
        return names;
    }

    /** The claims that steps from reachable states or the states themselves violate, over at most so many states. */
    Set<String> violated(int most) {
        Set<String> violated = new LinkedHashSet<>();
        Set<List<Long>> seen = new LinkedHashSet<>();
        List<long[]> open = new ArrayList<>();
        interpreter.initial().forEach(one -> take(one, violated, seen, open));
        while (!open.isEmpty()) {
            long[] state = open.removeLast();
            int claim = interpreter.violated(state);
            if (claim != Stepper.NONE) {
                violated.add(machine.claims().get(claim).name());
            }
            interpreter.transitions(state).forEach(one -> take(one, violated, seen, open));
            if (seen.size() > most) {
                throw new AssertionError("more than " + most + " states");
            }
        }
        return violated;
    }

    /** All states that can be reached, which have to be at most so many. */
    Set<List<Long>> reachable(int most) {
        Set<List<Long>> seen = new LinkedHashSet<>();
        List<long[]> open = new ArrayList<>();
        interpreter.initial().forEach(one -> take(one, new LinkedHashSet<>(), seen, open));
        while (!open.isEmpty()) {
            interpreter.transitions(open.removeLast())
                    .forEach(one -> take(one, new LinkedHashSet<>(), seen, open));
            if (seen.size() > most) {
                throw new AssertionError("more than " + most + " states");
            }
        }
        return seen;
    }

    private void take(Transition one, Set<String> violated, Set<List<Long>> seen, List<long[]> open) {
        if (one.failure().isPresent()) {
            violated.add(machine.claims().get(one.failure().get().claim()).name());
        } else if (seen.add(java.util.Arrays.stream(one.to()).boxed().toList())) {
            open.add(one.to());
        }
    }
}
