package org.xstate.model.internal.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;

/** What all bodies of a program have in common. */
final class World {

    /** The pool of tasks. */
    static final String TASKS = "tasks";

    /** The per-CPU variable that says which task executes. */
    static final String CURRENT_TASK = "current_task";

    private final Program program;
    private final Memory memory;
    private final Tables tables = new Tables();
    private final Claims claims;
    private final Pointers pointers;
    private final Ranges ranges;
    private final Map<String, Integer> constants = new HashMap<>();

    World(Program program, Memory memory) {
        this.program = program;
        this.memory = memory;
        this.claims = new Claims(program);
        this.pointers = new Pointers(memory, tables);
        this.ranges = new Ranges(memory.cpus(), tables, memory.slots(), memory.slotRanges()::get);
        for (Program.Variable variable : program.globals()) {
            if (memory.base(variable.name()).isEmpty()) {
                constants.put(variable.name(), tables.number(variable.initial()));
            }
        }
    }

    Program program() {
        return program;
    }

    Memory memory() {
        return memory;
    }

    Tables tables() {
        return tables;
    }

    Claims claims() {
        return claims;
    }

    Pointers pointers() {
        return pointers;
    }

    Ranges ranges() {
        return ranges;
    }

    /** The table of a constant. */
    int constants(String name) {
        return constants.get(name);
    }

    Optional<Integer> currentTask() {
        return memory.hasPerCpu(CURRENT_TASK) ? Optional.of(memory.perCpu(CURRENT_TASK)) : Optional.empty();
    }

    int currentTask(Span span) {
        return currentTask().orElseThrow(() -> new NotExecutable(span,
                "'current' needs DEFINE_PER_CPU(struct task_struct *, " + CURRENT_TASK + ")"));
    }
}
