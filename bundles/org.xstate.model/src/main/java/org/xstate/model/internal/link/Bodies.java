package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/** Procedures that lead to each other, numbered as they are asked for: what nobody asks for is not there. */
final class Bodies {

    private final IntFunction<Lowered> source;
    private final List<Lowered> all = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final BitSet roots = new BitSet();

    /** @param source the bodies by their numbers so far, which their calls use */
    Bodies(IntFunction<Lowered> source) {
        this.source = source;
    }

    /** The number of a body that something other than a call leads to. */
    int root(int before) {
        int number = number(before);
        roots.set(number);
        return number;
    }

    /** Adds a body that has had no number. */
    int root(Lowered body) {
        int number = add(body);
        roots.set(number);
        return number;
    }

    List<Integer> roots(List<Integer> before) {
        return before.stream().map(this::root).toList();
    }

    private int number(int before) {
        Integer known = numbers.get(before);
        if (known == null) {
            known = add(source.apply(before));
            numbers.put(before, known);
        }
        return known;
    }

    private int add(Lowered body) {
        List<Procedure.Node> nodes = new ArrayList<>();
        for (Procedure.Node node : body.nodes()) {
            Instruction instruction = Rewriting.procedures(node.instruction(), this::number);
            nodes.add(
                    new Procedure.Node(node.span(), node.statement(), node.calls(), instruction, node.next(),
                            node.visibility(), node.atomic(), node.live()));
        }
        all.add(new Lowered(body.name(), body.parameters(), body.locals(), body.kept(), nodes));
        return all.size() - 1;
    }

    List<Lowered> all() {
        return List.copyOf(all);
    }

    BitSet roots() {
        return roots;
    }
}
