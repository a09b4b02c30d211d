package org.xstate.model.internal.link;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.xstate.model.ir.Parts;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Value;

/** Which globals have their address taken. */
final class Addressed {

    private final Set<String> names = new HashSet<>();

    private Addressed() {
    }

    static Set<String> in(List<Graph> graphs) {
        Addressed addressed = new Addressed();
        for (Graph graph : graphs) {
            for (Graph.Node node : graph.nodes()) {
                Parts.values(node.step()).forEach(addressed::value);
                Parts.places(node.step()).forEach(addressed::place);
            }
        }
        return addressed.names;
    }

    private void value(Value value) {
        if (value instanceof Value.Address address) {
            root(address.place());
        }
        Parts.values(value).forEach(this::value);
        Parts.places(value).ifPresent(this::place);
    }

    private void place(Place place) {
        Parts.values(place).forEach(this::value);
        Parts.inner(place).ifPresent(this::place);
    }

    private void root(Place place) {
        switch (place) {
            case Place.Global global -> names.add(global.name());
            case Place.Element element -> root(element.array());
            case Place.Field field -> root(field.struct());
            case Place.Local _,Place.PerCpu _,Place.Target _ -> {
                // neither is a constant
            }
        }
    }
}
