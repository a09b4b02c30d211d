package org.xstate.model.ir;

import java.util.Optional;

import org.xstate.model.type.Type;

/** Where a value is kept. */
public sealed interface Place {

    Type type();

    /** A parameter, a local variable or a temporary of the graph; parameters come first. */
    record Local(int slot, Type type) implements Place {
    }

    /** A global variable, or the array of a pool's objects. */
    record Global(String name, Type type) implements Place {
    }

    /** A per-CPU variable; without a CPU, that of the CPU that executes. */
    record PerCpu(String name, Optional<Value> cpu, Type type) implements Place {
    }

    /** An element of an array; the index is checked against the array's length when it is used. */
    record Element(Place array, Value index, Type type) implements Place {
    }

    record Field(Place struct, String member, Type type) implements Place {
    }

    /** What a pointer points to. */
    record Target(Value pointer, Type type) implements Place {
    }
}
