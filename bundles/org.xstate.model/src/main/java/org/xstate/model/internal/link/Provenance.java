package org.xstate.model.internal.link;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/**
 * Which pointers of a body are {@code current}, or to something inside of what {@code current} points to. What the owner of
 * such a pointer does through it, no other CPU does: a task is current on one CPU at most.
 */
final class Provenance {

    private final Graph graph;
    private final BitSet ownLocals = new BitSet();
    private final BiPredicate<String, BitSet> returnsOwn;

    /**
     * @param own        parameters that are such pointers
     * @param returnsOwn whether a function, called with such parameters, returns such a pointer
     */
    Provenance(Graph graph, int parameters, BitSet own, BiPredicate<String, BitSet> returnsOwn) {
        this.graph = graph;
        this.returnsOwn = returnsOwn;
        for (int i = 0; i < graph.locals().size(); i++) {
            if (graph.locals().get(i).type() instanceof Type.Pointer && (i >= parameters || own.get(i))) {
                ownLocals.set(i);
            }
        }
        boolean changed = true;
        while (changed) {
            int before = ownLocals.cardinality();
            graph.nodes().forEach(node -> restrict(node.step()));
            changed = ownLocals.cardinality() != before;
        }
    }

    private void restrict(Step step) {
        switch (step) {
            case Step.Assign(Place.Local local, Value value) -> keep(local, own(value));
            case Step.Call(var result, String function, List<Value> arguments) when result.isPresent()
                    && result.get() instanceof Place.Local local ->
                keep(local, returnsOwn.test(function, own(arguments)));
            case Step.ChooseObject(Place.Local local, String _) -> keep(local, false);
            default -> {
                // assigns no pointer
            }
        }
    }

    private void keep(Place.Local local, boolean own) {
        if (!own) {
            ownLocals.clear(local.slot());
        }
    }

    /** Which of some arguments are such pointers. */
    BitSet own(List<Value> arguments) {
        BitSet own = new BitSet();
        for (int i = 0; i < arguments.size(); i++) {
            own.set(i, arguments.get(i).type() instanceof Type.Pointer && own(arguments.get(i)));
        }
        return own;
    }

    boolean own(Value value) {
        return switch (value) {
            case Value.Current _ -> true;
            case Value.Load(Place.Local local) -> ownLocals.get(local.slot());
            case Value.Address address -> inOwn(address.place());
            case Value.Convert convert -> own(convert.operand());
            case Value.BufferOf of -> own(of.place());
            case Value.Binary binary -> own(binary.left());
            case Value.Select select -> own(select.then()) && own(select.otherwise());
            case Value.Constant constant -> constant.bits() == 0;
            default -> false;
        };
    }

    private boolean inOwn(Place place) {
        return switch (place) {
            case Place.Element element -> inOwn(element.array());
            case Place.Field field -> inOwn(field.struct());
            case Place.Target target -> own(target.pointer());
            case Place.Local _,Place.Global _,Place.PerCpu _ -> false;
        };
    }

    /** Whether what is returned is always such a pointer. */
    boolean returnsOwn() {
        return graph.nodes().stream().map(Graph.Node::step)
                .allMatch(step -> !(step instanceof Step.Return back)
                        || back.value().map(this::own).orElse(false));
    }
}
