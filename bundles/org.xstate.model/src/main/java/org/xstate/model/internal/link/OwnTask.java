package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/**
 * A task's body only steps where the task is current: there {@code current} is a constant, until the body makes another task
 * current, and again after it has stood at an interleaving point.
 */
final class OwnTask {

    private final World world;
    private final IntFunction<Lowered> callees;
    private final Map<Integer, Boolean> writers = new HashMap<>();
    private final BitSet slots = new BitSet();
    private final Expression current;

    /** @param callees the procedures that bodies call, by number */
    OwnTask(World world, IntFunction<Lowered> callees) {
        this.world = world;
        this.callees = callees;
        int first = world.currentTask().orElseThrow();
        slots.set(first, first + world.memory().cpus());
        current = new Expression.Load(world.memory().cpus() == 1
                ? Fold.constant(first)
                : Fold.add(new Expression.ThisCpu(), Fold.constant(first)));
    }

    /** @param task its number */
    Lowered known(Lowered body, int task) {
        List<Procedure.Node> nodes = body.nodes();
        BitSet unknown = new BitSet();
        boolean changed = true;
        while (changed) {
            int before = unknown.cardinality();
            for (int i = 0; i < nodes.size(); i++) {
                Procedure.Node node = nodes.get(i);
                boolean stood = node.instruction() instanceof Instruction.Interleave && !node.atomic();
                if (writes(body, node.instruction()) || unknown.get(i) && !stood) {
                    node.next().forEach(unknown::set);
                }
            }
            changed = unknown.cardinality() != before;
        }
        Expression constant = Fold.constant(task + 1L);
        List<Procedure.Node> known = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Procedure.Node node = nodes.get(i);
            known.add(unknown.get(i)
                    ? node
                    : new Procedure.Node(node.span(), node.statement(), node.calls(),
                            Rewriting.expressions(node.instruction(), one -> replaced(one, constant)),
                            node.next(),
                            node.visibility(), node.atomic(), node.live()));
        }
        return new Lowered(body.name(), body.parameters(), body.locals(), known);
    }

    private Expression replaced(Expression expression, Expression constant) {
        return expression.equals(current)
                ? constant
                : Rewriting.inner(expression, one -> replaced(one, constant));
    }

    /** Whether an instruction may make another task current. */
    private boolean writes(Lowered body, Instruction instruction) {
        return switch (instruction) {
            case Instruction.Store store -> mayBe(body, store.slot(), 1);
            case Instruction.CopySlots copy -> mayBe(body, copy.to(), copy.count());
            case Instruction.Call call -> writes(call.procedure());
            default -> false;
        };
    }

    private boolean mayBe(Lowered body, Expression slot, int count) {
        BitSet written = world.ranges().slots(slot, local -> {
            Procedure.Local known = body.locals().get(local);
            return new Interval(known.min(), known.max());
        });
        return written.stream().anyMatch(first -> {
            int next = slots.nextSetBit(first);
            return next >= 0 && next < first + count;
        });
    }

    private boolean writes(int procedure) {
        Boolean known = writers.get(procedure);
        if (known == null) {
            Lowered callee = callees.apply(procedure);
            known = callee.nodes().stream().anyMatch(node -> writes(callee, node.instruction()));
            writers.put(procedure, known);
        }
        return known;
    }
}
