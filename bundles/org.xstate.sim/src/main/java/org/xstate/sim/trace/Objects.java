package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.model.type.Type;

/**
 * Names of what pointers point to: pointer n to a struct is the n-th object of that struct in the order of the slots, which
 * is that of pools, globals and per-CPU variables.
 */
final class Objects {

    private final Program program;
    private final Map<String, Program.Struct> structs = new HashMap<>();
    private final Map<Type, List<String>> names = new HashMap<>();

    Objects(Program program, Machine machine) {
        this.program = program;
        program.structs().forEach(struct -> structs.put(struct.name(), struct));
        program.pools().forEach(pool -> place(pool.name(), new Type.Array(pool.type(), pool.size())));
        program.globals().stream().filter(variable -> !variable.constant())
                .forEach(variable -> place(variable.name(), variable.type()));
        for (Program.Variable variable : program.perCpu()) {
            for (int cpu = 0; cpu < machine.cpus(); cpu++) {
                place("per_cpu(" + variable.name() + ", " + cpu + ")", variable.type());
            }
        }
    }

    private void place(String name, Type type) {
        switch (type) {
            case Type.Array array -> {
                for (int i = 0; i < array.length(); i++) {
                    place(name + "[" + i + "]", array.element());
                }
            }
            case Type.Struct struct -> {
                names.computeIfAbsent(struct, _ -> new ArrayList<>()).add(name);
                structs.get(struct.name()).members()
                        .forEach(member -> place(name + "." + member.name(), member.type()));
            }
            default -> names.computeIfAbsent(type, _ -> new ArrayList<>()).add(name);
        }
    }

    /** {@code tasks[0].thread.fpu}; empty for {@code NULL}. */
    Optional<String> of(Type target, long pointer) {
        List<String> all = names.getOrDefault(target, List.of());
        return pointer >= 1 && pointer <= all.size()
                ? Optional.of(all.get((int) pointer - 1))
                : Optional.empty();
    }

    List<String> all(Type target) {
        return List.copyOf(names.getOrDefault(target, List.of()));
    }

    /** The buffer into which a {@code void *} points. */
    Optional<String> buffer(long address) {
        long object = (address - 1) / Machine.BUFFER_BYTES + 1;
        return address < 1
                ? Optional.empty()
                : program.buffer().flatMap(name -> of(new Type.Struct(name), object));
    }
}
