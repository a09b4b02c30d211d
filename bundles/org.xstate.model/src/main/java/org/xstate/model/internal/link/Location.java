package org.xstate.model.internal.link;

import org.xstate.model.link.Expression;

/** Where the scalars of a place are. */
sealed interface Location {

    /** In slots, from the one of that number. */
    record Slots(Expression first) implements Location {
    }

    /** In a table of constants. */
    record Words(int table, Expression first) implements Location {
    }

    /** In locals: {@code index} of the {@code count} from {@code first}. */
    record Locals(int first, int count, Expression index) implements Location {
    }

    /** A local that stands for a constant, as that of a quantifier does. */
    record Known(Expression value) implements Location {
    }

    /** The place so many scalars further on. */
    default Location plus(Expression offset) {
        return switch (this) {
            case Slots slots -> new Slots(Fold.add(slots.first, offset));
            case Words words -> new Words(words.table, Fold.add(words.first, offset));
            case Locals locals -> new Locals(locals.first, locals.count, Fold.add(locals.index, offset));
            case Known _ -> throw new IllegalStateException("part of a scalar");
        };
    }
}
