package org.xstate.model.internal.link;

import java.util.List;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;
import org.xstate.model.link.Fault;
import org.xstate.model.link.Promise;

/** The numbers of claims: the properties, then what every model promises. */
final class Claims {

    private final List<String> properties;

    Claims(Program program) {
        properties = program.properties().stream().map(Program.Property::name).toList();
    }

    int number(Promise promise) {
        return properties.size() + promise.ordinal();
    }

    int property(String name) {
        return properties.indexOf(name);
    }

    Fault fault(Promise promise, Span span, String text) {
        return new Fault(number(promise), span, text);
    }
}
