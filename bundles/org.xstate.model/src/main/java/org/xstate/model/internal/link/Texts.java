package org.xstate.model.internal.link;

import org.xstate.model.ir.Place;
import org.xstate.model.ir.Value;

/** What a place or a pointer is called in a sentence. */
final class Texts {

    private Texts() {
    }

    static String of(Place place) {
        return switch (place) {
            case Place.Local _ -> "a local variable";
            case Place.Global global -> "'" + global.name() + "'";
            case Place.PerCpu one -> "'" + one.name() + "'";
            case Place.Element element -> "an element of " + of(element.array());
            case Place.Field field -> "member '" + field.member() + "'";
            case Place.Target _ -> "what the pointer points to";
        };
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Load load when !(load.place() instanceof Place.Local) -> of(load.place());
            case Value.Current _ -> "'current'";
            case Value.Convert convert -> of(convert.operand());
            default ->
                value.type() instanceof org.xstate.model.type.Type.Pointer ? "the pointer" : "the divisor";
        };
    }
}
