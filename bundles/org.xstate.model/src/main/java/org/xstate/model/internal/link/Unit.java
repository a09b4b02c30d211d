package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.List;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Fault;
import org.xstate.model.link.Procedure;
import org.xstate.model.type.Type;

/** One body that is being lowered: its locals, and what is known of the values that expressions have there. */
final class Unit {

    /** Beyond this a model wants a global, whatever it says. */
    private static final int MAX_SCALARS = 256;

    private final World world;
    private final List<Procedure.Local> locals = new ArrayList<>();

    Unit(World world) {
        this.world = world;
    }

    /** Adds the locals that a variable consists of; gives the number of the first. */
    int add(String name, Type type, Span span) {
        int first = locals.size();
        if (!(type instanceof Type.Void) && memory().size(type) > MAX_SCALARS) {
            throw new NotExecutable(span,
                    "a local variable has at most " + MAX_SCALARS + " scalars, '" + type.text()
                            + "' has " + memory().size(type));
        }
        List<Type> scalars = type instanceof Type.Void ? List.of() : memory().scalars(type);
        for (int i = 0; i < scalars.size(); i++) {
            Interval range = memory().range(scalars.get(i));
            // a local that nobody has written holds 0
            Interval whole = range.union(Interval.of(0));
            locals.add(new Procedure.Local(scalars.size() == 1 ? name : name + "." + i, scalars.get(i),
                    whole.min(), whole.max()));
        }
        return first;
    }

    List<Procedure.Local> locals() {
        return locals;
    }

    Program program() {
        return world.program();
    }

    Memory memory() {
        return world.memory();
    }

    Tables tables() {
        return world.tables();
    }

    Claims claims() {
        return world.claims();
    }

    Pointers pointers() {
        return world.pointers();
    }

    int constants(String name) {
        return world.constants(name);
    }

    int currentTask(Span span) {
        return world.currentTask(span);
    }

    Interval range(Expression expression) {
        return world.ranges().of(expression, number -> {
            Procedure.Local local = locals.get(number);
            return new Interval(local.min(), local.max());
        });
    }

    /** The expression, with a check unless it cannot be outside. */
    Expression checked(Expression expression, Interval range, Fault fault) {
        return range(expression).isInside(range)
                ? expression
                : new Expression.Checked(expression, range.min(), range.max(), fault);
    }

    /** The expression, wrapped around to what fits in the type of C. */
    Expression wrapped(Expression expression, Type.Int type) {
        Type.Int whole = type.signed()
                ? Type.Int.signed("", type.bits())
                : Type.Int.unsigned("", type.bits());
        return range(expression).isInside(Interval.of(whole.min(), whole.max()))
                ? expression
                : Fold.wrap(expression, type.bits(), type.signed());
    }
}
