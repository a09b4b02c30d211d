package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Procedure;

/** Procedures with all that is known of the values in them: simpler expressions, and locals with narrow ranges. */
final class Narrowed {

    private final World world;
    private final SlotRanges slots;
    private final List<Lowered> procedures = new ArrayList<>();

    /**
     * @param initial the ranges that the slots have in the initial states
     * @param open    whether procedures are called from outside, with whatever values
     */
    Narrowed(World world, Bodies bodies, List<Interval> initial, boolean open) {
        this.world = world;
        Memory memory = world.memory();
        BitSet kept = memory.renamed();
        if (open) {
            kept.set(0, memory.slots());
        }
        this.slots = new SlotRanges(memory.slotRanges(), initial, memory.groups(), kept);
        if (open) {
            procedures.addAll(bodies.all());
            return;
        }
        Ranges ranges = new Ranges(memory.cpus(), world.tables(), memory.slots(), slots::of);
        Narrowing narrowing = new Narrowing(bodies.all(), bodies.roots(), ranges, slots);
        for (int i = 0; i < bodies.all().size(); i++) {
            procedures.add(narrowed(bodies.all().get(i), i, narrowing, ranges));
        }
    }

    private Lowered narrowed(Lowered body, int number, Narrowing narrowing, Ranges ranges) {
        List<Procedure.Node> nodes = new ArrayList<>();
        Interval[] locals = new Interval[body.locals().size()];
        Interval[] everywhere = new Interval[locals.length];
        for (int i = 0; i < body.nodes().size(); i++) {
            Procedure.Node node = body.nodes().get(i);
            Bounds bounds = narrowing.at(number, i);
            if (bounds.isReached()) {
                bounds.load(locals);
                Function<Expression, Interval> range = expression -> ranges.of(expression,
                        local -> locals[local]);
                join(everywhere, node.live(), bounds);
                Rewriting.target(node.instruction())
                        .ifPresent(local -> narrowing.set(node.instruction(), range)
                                .ifPresent(value -> everywhere[local] = union(everywhere[local], value)));
                Tidying tidying = new Tidying(range);
                nodes.add(new Procedure.Node(node.span(), node.statement(), node.calls(),
                        Rewriting.expressions(node.instruction(), tidying::tidy), node.next(),
                        node.visibility(),
                        node.atomic(), node.live()));
            } else {
                nodes.add(node);
            }
        }
        Ordering.Ordered ordered = Ordering
                .ordered(new Lowered(body.name(), body.parameters(), body.locals(), nodes));
        return new Lowered(body.name(), body.parameters(), ranged(body.locals(), everywhere),
                ranged(body.locals(), atStops(ordered, number, narrowing)), ordered.body().nodes());
    }

    private static Interval union(Interval known, Interval more) {
        return known == null ? more : known.union(more);
    }

    private static void join(Interval[] known, BitSet live, Bounds bounds) {
        live.stream().forEach(local -> known[local] = union(known[local], bounds.of(local)));
    }

    /** The values that locals have where a process can stop. */
    private static Interval[] atStops(Ordering.Ordered ordered, int number, Narrowing narrowing) {
        Lowered body = ordered.body();
        Interval[] known = new Interval[body.locals().size()];
        for (int i = 0; i < body.nodes().size(); i++) {
            Bounds bounds = narrowing.at(number, ordered.numbers().get(i));
            if (bounds.isReached() && (i == 0 || Ordering.stops(body.nodes().get(i)))) {
                join(known, body.nodes().get(i).live(), bounds);
            }
        }
        return known;
    }

    /** Locals with ranges, as declared where nothing is known or names of CPUs may change. */
    private List<Procedure.Local> ranged(List<Procedure.Local> declared, Interval[] known) {
        List<Procedure.Local> locals = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            Procedure.Local local = declared.get(i);
            boolean keep = known[i] == null || world.memory().isRenamed(local.type());
            locals.add(keep
                    ? local
                    : new Procedure.Local(local.name(), local.type(), known[i].min(), known[i].max()));
        }
        return locals;
    }

    Lowered procedure(int number) {
        return procedures.get(number);
    }

    /** The ranges of the variables' slots. */
    List<Interval> slots() {
        return slots.all();
    }
}
