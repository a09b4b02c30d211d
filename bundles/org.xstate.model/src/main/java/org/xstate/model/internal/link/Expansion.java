package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;
import org.xstate.model.type.Type;

/** Puts the bodies of functions in which a process can stop in the place of their calls, once for each calling context. */
final class Expansion {

    /** Beyond this nobody explores the model. */
    private static final int MAX_NODES = 200_000;

    private static final BitSet NOTHING = new BitSet();

    private final IntFunction<Lowered> bodies;
    private final IntPredicate isExpanded;
    private final List<Procedure.Local> locals = new ArrayList<>();
    private final List<Procedure.Node> nodes = new ArrayList<>();

    /** Where a callee goes on when it returns. */
    private record Caller(OptionalInt result, int next) {
    }

    private Expansion(IntFunction<Lowered> bodies, IntPredicate isExpanded) {
        this.bodies = bodies;
        this.isExpanded = isExpanded;
    }

    /** @param bodies by number of the instance */
    static Lowered expand(Lowered body, IntFunction<Lowered> bodies, IntPredicate isExpanded) {
        Expansion expansion = new Expansion(bodies, isExpanded);
        expansion.append(body, List.of(), Optional.empty());
        return new Lowered(body.name(), body.parameters(), expansion.locals, expansion.nodes);
    }

    private void append(Lowered body, List<Procedure.Frame> frames, Optional<Caller> caller) {
        int base = locals.size();
        locals.addAll(body.locals());
        int start = nodes.size();
        if (start + body.nodes().size() > MAX_NODES) {
            throw new NotExecutable(body.nodes().getFirst().span(),
                    "with its calls expanded this has more than " + MAX_NODES + " statements");
        }
        nodes.addAll(body.nodes());
        for (int i = 0; i < body.nodes().size(); i++) {
            Procedure.Node node = body.nodes().get(i);
            Instruction instruction = Rewriting.locals(node.instruction(), local -> local + base);
            List<Integer> next = node.next().stream().map(one -> one + start).toList();
            if (instruction instanceof Instruction.Call call && !node.atomic()
                    && isExpanded.test(call.procedure())) {
                nodes.set(start + i, call(node, call, next.getFirst(), frames));
            } else if (instruction instanceof Instruction.Return back && caller.isPresent()) {
                nodes.set(start + i, made(node, frames, leave(back, caller.get()),
                        List.of(caller.get().next), node.visibility(), node.atomic()));
            } else {
                nodes.set(start + i, made(node, frames, instruction, next, node.visibility(), node.atomic()));
            }
        }
    }

    private static Procedure.Node made(Procedure.Node node, List<Procedure.Frame> frames,
            Instruction instruction,
            List<Integer> next, Visibility visibility, boolean atomic) {
        return new Procedure.Node(node.span(), node.statement(), frames, instruction, next, visibility,
                atomic,
                NOTHING);
    }

    private Instruction leave(Instruction.Return back, Caller caller) {
        if (back.value().isEmpty()) {
            return new Instruction.Nothing();
        }
        if (caller.result.isPresent()) {
            return new Instruction.SetLocal(caller.result.getAsInt(), back.value().get());
        }
        // evaluating it may fail
        locals.add(new Procedure.Local("$ignored", Type.LONG, Long.MIN_VALUE, Long.MAX_VALUE));
        return new Instruction.SetLocal(locals.size() - 1, back.value().get());
    }

    /** The arguments become the callee's locals in one step; gives the first node of that. */
    private Procedure.Node call(Procedure.Node node, Instruction.Call call, int next,
            List<Procedure.Frame> frames) {
        Lowered callee = bodies.apply(call.procedure());
        int base = locals.size();
        List<Instruction> entry = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            entry.add(new Instruction.SetLocal(base + i, call.arguments().get(i)));
        }
        BitSet unset = Liveness.of(callee.nodes()).getFirst();
        unset.stream().filter(local -> local >= callee.parameters())
                .forEach(local -> entry.add(new Instruction.SetLocal(base + local, Fold.ZERO)));
        if (entry.isEmpty()) {
            entry.add(new Instruction.Nothing());
        }
        int more = nodes.size();
        for (int i = 1; i < entry.size(); i++) {
            nodes.add(made(node, frames, entry.get(i), List.of(nodes.size() + 1), node.visibility(), true));
        }
        Procedure.Node first = made(node, frames, entry.getFirst(), List.of(more), node.visibility(),
                node.atomic());
        List<Procedure.Frame> deeper = new ArrayList<>(frames);
        deeper.add(new Procedure.Frame(callee.name(), Optional.of(node.span()), base));
        append(callee, deeper, Optional.of(new Caller(call.result(), next)));
        return first;
    }
}
