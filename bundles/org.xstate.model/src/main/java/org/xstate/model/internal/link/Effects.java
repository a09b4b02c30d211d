package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.xstate.model.ir.Parts;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** What the nodes of a body access that others might reach. */
final class Effects {

    private final Program program;
    private final Set<String> unseen;
    private final int cpus;

    Effects(Program program, int cpus) {
        this.program = program;
        this.cpus = cpus;
        this.unseen = program.globals().stream().filter(one -> one.ghost() || one.constant())
                .map(Program.Variable::name).collect(java.util.stream.Collectors.toSet());
    }

    /** @param own whether a pointer is to the current task or what belongs to it */
    List<Access> of(Graph.Node node, Predicate<Value> own) {
        List<Access> all = new ArrayList<>();
        Parts.values(node.step()).forEach(value -> read(value, own, all));
        Parts.places(node.step()).forEach(place -> {
            inside(place, own, all);
            at(place, place.type(), true, own, all);
        });
        return all;
    }

    private void read(Value value, Predicate<Value> own, List<Access> all) {
        switch (value) {
            case Value.Load load -> {
                inside(load.place(), own, all);
                at(load.place(), load.type(), false, own, all);
            }
            case Value.Address address -> inside(address.place(), own, all);
            case Value.ThisCpu _ when cpus > 1 ->
                all.add(new Access("smp_processor_id()", Access.Way.THIS_CPU, true));
            default -> Parts.values(value).forEach(one -> read(one, own, all));
        }
    }

    /** What is read to find a place. */
    private void inside(Place place, Predicate<Value> own, List<Access> all) {
        Parts.values(place).forEach(value -> read(value, own, all));
        Parts.inner(place).ifPresent(inner -> inside(inner, own, all));
    }

    /** The access to a place as a whole: to each member of a struct. */
    private void at(Place place, Type type, boolean write, Predicate<Value> own, List<Access> all) {
        Type scalar = type;
        while (scalar instanceof Type.Array array) {
            scalar = array.element();
        }
        if (scalar instanceof Type.Struct struct) {
            Program.Struct known = program.structs().stream().filter(one -> one.name().equals(struct.name()))
                    .findFirst().orElseThrow();
            Optional<Access.Way> way = way(place, own);
            way.ifPresent(one -> members(known, one, write, all));
            return;
        }
        way(place, own).ifPresent(way -> all.add(new Access(name(place), way, write)));
    }

    private void members(Program.Struct struct, Access.Way way, boolean write, List<Access> all) {
        for (Program.Member member : struct.members()) {
            Type scalar = member.type();
            while (scalar instanceof Type.Array array) {
                scalar = array.element();
            }
            if (scalar instanceof Type.Struct inner) {
                program.structs().stream().filter(one -> one.name().equals(inner.name()))
                        .forEach(one -> members(one, way, write, all));
            } else {
                all.add(new Access(struct.name() + "." + member.name(), way, write));
            }
        }
    }

    /** Empty if nobody else can reach it. */
    private Optional<Access.Way> way(Place place, Predicate<Value> own) {
        return switch (place) {
            case Place.Local _ -> Optional.empty();
            case Place.Global global ->
                unseen.contains(global.name()) ? Optional.empty() : Optional.of(Access.Way.ANY);
            case Place.PerCpu one ->
                Optional.of(one.cpu().isEmpty() ? Access.Way.THIS_CPU : Access.Way.ANY);
            case Place.Element element -> way(element.array(), own);
            case Place.Field field -> way(field.struct(), own);
            case Place.Target target ->
                Optional.of(own.test(target.pointer()) ? Access.Way.OWN_TASK : Access.Way.ANY);
        };
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.Local _ -> throw new IllegalStateException("a local is nobody else's");
            case Place.Global global -> global.name();
            case Place.PerCpu one -> one.name();
            case Place.Element element -> name(element.array());
            case Place.Field field -> ((Type.Struct) field.struct().type()).name() + "." + field.member();
            case Place.Target target -> "*" + target.type().text();
        };
    }

    /** Adds the scalars whose address is taken. */
    static void addressed(Graph.Node node, Set<String> names) {
        Parts.values(node.step()).forEach(value -> addressed(value, names));
        Parts.places(node.step()).forEach(place -> addressed(place, names));
    }

    private static void addressed(Value value, Set<String> names) {
        if (value instanceof Value.Address address && !(address.place().type() instanceof Type.Struct)) {
            names.add(name(address.place()));
        }
        Parts.values(value).forEach(one -> addressed(one, names));
        Parts.places(value).ifPresent(one -> addressed(one, names));
    }

    private static void addressed(Place place, Set<String> names) {
        Parts.values(place).forEach(one -> addressed(one, names));
        Parts.inner(place).ifPresent(one -> addressed(one, names));
    }
}
