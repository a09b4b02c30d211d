package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.run.LocalValue;
import org.xstate.model.type.Type;
import org.xstate.sim.library.Part;
import org.xstate.sim.scenario.Scenario;

/**
 * States as trees of named values, as a debugger shows them: components in registers and in memory, then tasks, per-CPU
 * variables and globals by their declarations. For one scenario; a state is one word for each slot of its machine.
 */
public final class StateTree {

    private static final String TASKS = "tasks";

    private final Scenario scenario;
    private final Program program;
    private final Machine machine;
    private final Words words;
    private final StateView view;
    private final Optional<Copies> copies;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Program.Struct> structs = new HashMap<>();

    public StateTree(Scenario scenario) {
        this.scenario = scenario;
        this.program = scenario.program();
        this.machine = scenario.machine();
        this.words = new Words(program, machine);
        this.copies = scenario.map().map(map -> new Copies(program, machine, map, words));
        this.view = new TraceBuilder(scenario).view();
        for (int i = 0; i < machine.slots().size(); i++) {
            Slot slot = machine.slots().get(i);
            if (slot.kind() == Slot.Kind.SHARED || slot.kind() == Slot.Kind.CPU) {
                slots.put(slot.name(), i);
            }
        }
        program.structs().forEach(struct -> structs.put(struct.name(), struct));
    }

    /** Who is on each CPU: {@code A user}, {@code idle}. Empty in rule form. */
    public List<String> running(long[] state) {
        return machine.rules().isEmpty() ? view.running(state) : List.of();
    }

    /** A value of a type as a reader wants it. */
    public String text(Type type, long value, long[] state) {
        return view.value(type, value, state);
    }

    /** A local variable. */
    public StateNode local(LocalValue local, long[] state) {
        String name = local.local().name();
        return scalar(name, name, local.local().type(), local.value(), state);
    }

    /** What a value of a type consists of: a pointer leads on. */
    public StateNode value(String name, Type type, long value, long[] state) {
        return scalar(name, name, type, value, state);
    }

    /**
     * What has that path: a group, or {@code tasks[0].thread}, {@code memory of A.XSTATE_BV}; empty if nothing is called
     * so.
     */
    public Optional<StateNode> object(String path, long[] state) {
        return groups(state).stream().flatMap(group -> group.path().equals(path)
                ? java.util.stream.Stream.of(group)
                : group.parts().get().stream().flatMap(one -> find(one, path))).findFirst();
    }

    private static java.util.stream.Stream<StateNode> find(StateNode node, String path) {
        if (node.path().equals(path)) {
            return java.util.stream.Stream.of(node);
        }
        boolean leads = path.startsWith(node.path() + ".") || path.startsWith(node.path() + "[");
        return leads && node.parent()
                ? node.parts().get().stream().flatMap(part -> find(part, path))
                : java.util.stream.Stream.empty();
    }

    /** All of a state, in groups. */
    public List<StateNode> groups(long[] state) {
        List<StateNode> groups = new ArrayList<>();
        copies.ifPresent(known -> {
            for (int cpu = 0; cpu < known.cpus(); cpu++) {
                groups.add(registers(known, cpu, state));
            }
            for (int task = 0; task < known.tasks(); task++) {
                int number = task;
                known.buffer(state, task).ifPresent(image -> groups.add(memory(known, number, image, state)));
            }
        });
        program.pools().stream().filter(pool -> pool.name().equals(TASKS))
                .forEach(pool -> groups.add(tasks(pool, state)));
        for (int cpu = 0; cpu < machine.cpus() && !program.perCpu().isEmpty(); cpu++) {
            groups.add(perCpu(cpu, state));
        }
        List<StateNode> globals = globals(false, state);
        if (!globals.isEmpty()) {
            groups.add(StateNode.of("globals", "globals", "", "", () -> globals));
        }
        List<StateNode> ghosts = globals(true, state);
        if (!ghosts.isEmpty()) {
            groups.add(StateNode.of("ghost variables", "ghost variables", "", "", () -> ghosts));
        }
        return List.copyOf(groups);
    }

    private StateNode registers(Copies known, int cpu, long[] state) {
        String name = "registers of CPU" + cpu;
        Function<Part, String> value = part -> known.register(state, cpu, part);
        return StateNode.of(name, name, "", summary(known, value),
                () -> components(known, name, value));
    }

    private StateNode memory(Copies known, int task, String image, long[] state) {
        String name = "memory of " + words.task(task);
        Function<Part, String> value = part -> known.value(state, image, part).orElse("none");
        return StateNode.of(name, name, "", summary(known, value), () -> {
            List<StateNode> parts = new ArrayList<>();
            known.xstateBv(state, image).ifPresent(mask -> parts
                    .add(StateNode.leaf("XSTATE_BV", name + ".XSTATE_BV", "u64", mask, number(mask))));
            known.xcompBv(state, image).ifPresent(mask -> parts
                    .add(StateNode.leaf("XCOMP_BV", name + ".XCOMP_BV", "u64", mask, number(mask))));
            parts.addAll(components(known, name, value));
            return parts;
        });
    }

    private static Optional<Long> number(String hexadecimal) {
        return Optional.of(Long.parseUnsignedLong(hexadecimal.substring(2), 16));
    }

    /** What is not initial. */
    private static String summary(Copies known, Function<Part, String> value) {
        List<String> texts = known.parts().stream().filter(part -> !value.apply(part).equals("init"))
                .map(part -> known.name(part) + " " + value.apply(part)).toList();
        return texts.isEmpty() ? "all init" : String.join(", ", texts);
    }

    private static List<StateNode> components(Copies known, String path, Function<Part, String> value) {
        return known.parts().stream().map(part -> StateNode.leaf(known.name(part),
                path + "." + known.name(part), "", value.apply(part), Optional.empty())).toList();
    }

    private StateNode tasks(Program.Pool pool, long[] state) {
        return StateNode.of(TASKS, TASKS, "struct task_struct[" + pool.size() + "]", "",
                () -> IntStream.range(0, pool.size())
                        .mapToObj(i -> node(words.task(i), TASKS + "[" + i + "]", pool.type(), state))
                        .flatMap(Optional::stream).toList());
    }

    private StateNode perCpu(int cpu, long[] state) {
        String name = "CPU" + cpu;
        return StateNode.of(name, name, "", "", () -> program.perCpu().stream()
                .filter(variable -> !variable.ghost())
                .map(variable -> node(variable.name(), "per_cpu(" + variable.name() + ", " + cpu + ")",
                        variable.type(), state))
                .flatMap(Optional::stream).toList());
    }

    private List<StateNode> globals(boolean ghost, long[] state) {
        List<StateNode> nodes = new ArrayList<>();
        program.globals().stream().filter(variable -> variable.ghost() == ghost && !variable.constant())
                .forEach(variable -> node(variable.name(), variable.name(), variable.type(), state)
                        .ifPresent(nodes::add));
        if (!ghost) {
            program.pools().stream().filter(pool -> !pool.name().equals(TASKS))
                    .forEach(pool -> node(pool.name(), pool.name(),
                            new Type.Array(pool.type(), pool.size()), state).ifPresent(nodes::add));
        }
        return nodes;
    }

    /** Empty for what has no place in the state, as a constant. */
    private Optional<StateNode> node(String name, String path, Type type, long[] state) {
        return switch (type) {
            case Type.Struct struct -> Optional.of(StateNode.of(name, path, type.text(), "{...}",
                    () -> structs.get(struct.name()).members().stream()
                            .map(member -> node(member.name(), path + "." + member.name(), member.type(),
                                    state))
                            .flatMap(Optional::stream).toList()));
            case Type.Array array -> Optional.of(StateNode.of(name, path, type.text(), "[" + array.length()
                    + "]",
                    () -> IntStream.range(0, array.length())
                            .mapToObj(i -> node("[" + i + "]", path + "[" + i + "]", array.element(), state))
                            .flatMap(Optional::stream).toList()));
            default -> Optional.ofNullable(slots.get(path))
                    .map(slot -> scalar(name, path, type, state[slot], state));
        };
    }

    private StateNode scalar(String name, String path, Type type, long value, long[] state) {
        String text = view.value(type, value, state);
        Optional<String> target = type instanceof Type.Pointer(Type to)
                ? words.pointee(to, value)
                : Optional.empty();
        if (target.isEmpty() || !(type instanceof Type.Pointer pointer)) {
            return StateNode.leaf(name, path, type.text(), text, word(type, value));
        }
        return new StateNode(name, path, type.text(), text, Optional.empty(), true,
                () -> pointee(target.get(), pointer.target(), state));
    }

    private List<StateNode> pointee(String object, Type type, long[] state) {
        Optional<StateNode> node = node("*", object, type, state);
        boolean struct = type instanceof Type.Struct;
        return node.map(one -> struct ? one.parts().get() : List.of(one)).orElse(List.of());
    }

    private static Optional<Long> word(Type type, long value) {
        return switch (type) {
            case Type.Int integer when integer.bits() < Long.SIZE ->
                Optional.of(value & (1L << integer.bits()) - 1);
            case Type.Int _,Type.Bool _,Type.Enumeration _ -> Optional.of(value);
            default -> Optional.empty();
        };
    }

    /** The scenario whose states these are. */
    public Scenario scenario() {
        return scenario;
    }
}
