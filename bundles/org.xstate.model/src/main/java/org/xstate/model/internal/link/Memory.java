package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;

/** Where the variables of a program lie: the slots, and the objects that pointers point to. */
final class Memory {

    private final Program program;
    private final int cpus;
    private final Map<String, Program.Struct> structs = new HashMap<>();
    private final Map<Type, Integer> sizes = new HashMap<>();
    private final Map<String, Integer> bases = new LinkedHashMap<>();
    private final Map<String, Integer> perCpu = new LinkedHashMap<>();
    /** By type of object the first slot of each, in the order of the slots. */
    private final Map<Type, List<Integer>> objects = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** A slot whose range is not known yet: it depends on how many objects there are. */
    private record Draft(String name, Type type, long initial, Slot.Kind kind, OptionalInt owner,
            boolean ghost,
            boolean fixed) {
    }

    private record Owner(Slot.Kind kind, OptionalInt number, boolean ghost, boolean fixed) {
    }

    /** @param addressed constants whose address is taken: they have slots as variables have */
    Memory(Program program, int cpus, java.util.Set<String> addressed) {
        this.program = program;
        this.cpus = cpus;
        program.structs().forEach(one -> structs.put(one.name(), one));
        // pools first: then task n is the pointer n + 1
        for (Program.Pool pool : program.pools()) {
            bases.put(pool.name(), drafts.size());
            Owner owner = new Owner(Slot.Kind.SHARED, OptionalInt.empty(), false, false);
            place(pool.name(), new Type.Array(pool.type(), pool.size()), owner, new Values(List.of()));
        }
        for (Program.Variable variable : program.globals()) {
            if (!variable.constant() || addressed.contains(variable.name())) {
                bases.put(variable.name(), drafts.size());
                Owner owner = new Owner(Slot.Kind.SHARED, OptionalInt.empty(), variable.ghost(),
                        variable.constant());
                place(variable.name(), variable.type(), owner, new Values(variable.initial()));
            }
        }
        for (Program.Variable variable : program.perCpu()) {
            perCpu.put(variable.name(), drafts.size());
            for (int cpu = 0; cpu < cpus; cpu++) {
                Owner owner = new Owner(Slot.Kind.CPU, OptionalInt.of(cpu), variable.ghost(), false);
                place("per_cpu(" + variable.name() + ", " + cpu + ")", variable.type(), owner,
                        new Values(variable.initial()));
            }
        }
    }

    /** Initial values one after the other; without any, what a variable without an initializer starts with. */
    private static final class Values {
        private final List<Long> given;
        private int next;

        Values(List<Long> given) {
            this.given = given;
        }

        long of(Type type) {
            return given.isEmpty() ? zero(type) : given.get(next++);
        }

        private static long zero(Type type) {
            boolean none = type instanceof Type.Int integer && !integer.contains(java.math.BigInteger.ZERO);
            return none ? ((Type.Int) type).min().longValue() : 0;
        }
    }

    private void place(String name, Type type, Owner owner, Values values) {
        if (!(type instanceof Type.Array)) {
            objects.computeIfAbsent(type, _ -> new ArrayList<>()).add(drafts.size());
        }
        switch (type) {
            case Type.Array array -> {
                for (int i = 0; i < array.length(); i++) {
                    place(name + "[" + i + "]", array.element(), owner, values);
                }
            }
            case Type.Struct struct -> structs.get(struct.name()).members()
                    .forEach(member -> place(name + "." + member.name(), member.type(), owner, values));
            default ->
                drafts.add(new Draft(name, type, values.of(type), owner.kind, owner.number, owner.ghost,
                        owner.fixed));
        }
    }

    int cpus() {
        return cpus;
    }

    int slots() {
        return drafts.size();
    }

    Slot slot(int number) {
        Draft draft = drafts.get(number);
        Interval range = draft.fixed ? Interval.of(draft.initial) : range(draft.type);
        return new Slot(draft.name, draft.type, range.min(), range.max(), draft.initial, draft.kind,
                draft.owner,
                draft.ghost);
    }

    /** The range of each slot by its type. */
    List<Interval> slotRanges() {
        return java.util.stream.IntStream.range(0, slots()).mapToObj(this::slot)
                .map(slot -> new Interval(slot.min(), slot.max())).toList();
    }

    /** What each slot holds before setups have run. */
    List<Interval> initial() {
        return drafts.stream().map(one -> Interval.of(one.initial)).toList();
    }

    /** For each slot the one of the same variable of the first CPU; itself if it is no CPU's. */
    int[] groups() {
        int[] groups = java.util.stream.IntStream.range(0, slots()).toArray();
        for (Program.Variable variable : program.perCpu()) {
            int base = perCpu.get(variable.name());
            int size = size(variable.type());
            for (int i = 0; i < size * cpus; i++) {
                groups[base + i] = base + i % size;
            }
        }
        return groups;
    }

    /** Slots whose values change when CPUs change their names: CPUs, and pointers to what belongs to one. */
    BitSet renamed() {
        BitSet renamed = new BitSet();
        for (int i = 0; i < drafts.size(); i++) {
            renamed.set(i, isRenamed(drafts.get(i).type));
        }
        return renamed;
    }

    /** Whether values of a type change when CPUs change their names. */
    boolean isRenamed(Type type) {
        return type instanceof Type.Cpu || type instanceof Type.Pointer(Type target)
                && objects(target).stream().anyMatch(slot -> drafts.get(slot).kind == Slot.Kind.CPU);
    }

    /** How many scalars a type consists of. */
    int size(Type type) {
        return switch (type) {
            case Type.Array array -> array.length() * size(array.element());
            case Type.Struct struct -> {
                Integer known = sizes.get(type);
                if (known == null) {
                    known = structs.get(struct.name()).members().stream().mapToInt(one -> size(one.type()))
                            .sum();
                    sizes.put(type, known);
                }
                yield known;
            }
            default -> 1;
        };
    }

    /** Scalars before a member. */
    int offset(Type.Struct struct, String member) {
        int offset = 0;
        for (Program.Member one : structs.get(struct.name()).members()) {
            if (one.name().equals(member)) {
                return offset;
            }
            offset += size(one.type());
        }
        throw new IllegalArgumentException(struct.text() + " has no member " + member);
    }

    /** The types of the scalars that a type consists of. */
    List<Type> scalars(Type type) {
        return switch (type) {
            case Type.Array array -> {
                List<Type> element = scalars(array.element());
                List<Type> all = new ArrayList<>();
                for (int i = 0; i < array.length(); i++) {
                    all.addAll(element);
                }
                yield all;
            }
            case Type.Struct struct -> structs.get(struct.name()).members().stream()
                    .flatMap(one -> scalars(one.type()).stream()).toList();
            default -> List.of(type);
        };
    }

    /** The first slot of a global or a pool; empty for a constant that is a table. */
    OptionalInt base(String name) {
        return bases.containsKey(name) ? OptionalInt.of(bases.get(name)) : OptionalInt.empty();
    }

    /** The first slot of the first CPU's. */
    int perCpu(String name) {
        return perCpu.get(name);
    }

    boolean hasPerCpu(String name) {
        return perCpu.containsKey(name);
    }

    /** The first slots of all objects of a type, to which pointers 1, 2 ... point. */
    List<Integer> objects(Type type) {
        return objects.getOrDefault(type, List.of());
    }

    /** The pointer to the object that begins at a slot. */
    long pointer(Type type, int slot) {
        int position = objects(type).indexOf(slot);
        if (position < 0) {
            throw new IllegalArgumentException("no " + type.text() + " at slot " + slot);
        }
        return position + 1L;
    }

    /** The pool of that name. */
    Program.Pool pool(String name) {
        return program.pools().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** The pointer to a pool's first object; those to the others follow. */
    long firstOf(Program.Pool pool) {
        return pointer(pool.type(), bases.get(pool.name()));
    }

    /** All words that a variable of a type can hold. */
    Interval range(Type type) {
        return switch (type) {
            case Type.Bool _ -> Interval.TRUTH;
            case Type.Int integer -> Interval.of(integer.min(), integer.max());
            case Type.Enumeration enumeration -> Interval.of(enumeration.min(), enumeration.max());
            case Type.Token _ -> new Interval(0, Math.max(0, program.tokens().size() - 1));
            case Type.Cpu _ -> new Interval(-1, cpus - 1L);
            case Type.Pointer pointer when isAddress(pointer) ->
                new Interval(0, (long) Math.max(1, buffers()) * Machine.BUFFER_BYTES);
            case Type.Pointer pointer -> new Interval(0, objects(pointer.target()).size());
            case Type.Array _,Type.Struct _,Type.Void _ -> throw new IllegalArgumentException(type.text());
        };
    }

    /** Whether a pointer is a place in a buffer, a number of bytes from its beginning, as {@code void *} is. */
    boolean isAddress(Type.Pointer pointer) {
        return switch (pointer.target()) {
            case Type.Void _ -> true;
            case Type.Int integer -> integer.bits() == 8;
            case Type.Struct struct ->
                program.components().stream().anyMatch(one -> one.struct().equals(struct.name()));
            default -> false;
        };
    }

    /** Whether a pointer is to the struct into whose objects {@code void *} points. */
    boolean isBuffer(Type.Pointer pointer) {
        return pointer.target() instanceof Type.Struct struct
                && program.buffer().filter(struct.name()::equals).isPresent();
    }

    private int buffers() {
        return program.buffer().map(name -> objects(new Type.Struct(name)).size()).orElse(0);
    }
}
