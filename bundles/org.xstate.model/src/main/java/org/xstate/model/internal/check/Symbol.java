package org.xstate.model.internal.check;

import java.util.List;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** What a name means. */
sealed interface Symbol {

    Span span();

    /** A {@code #define}, a constant of an enum, a knob or a token. */
    record Constant(Value value, Span span) implements Symbol {
    }

    record Variable(Place place, boolean constant, boolean shared, Span span) implements Symbol {
    }

    record Function(String name, Type result, List<Type> parameters, boolean defined, Span span)
            implements Symbol {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    record Pool(String name, Type.Struct type, int size, Span span) implements Symbol {
    }

    /** A name that came to nothing because its declaration has an error: using it is no second error. */
    record Unknown(Span span) implements Symbol {
    }
}
