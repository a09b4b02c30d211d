package org.xstate.model.internal.check;

import java.util.Optional;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Graph.Node;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;

/** Which code asks for the CPU that executes it. */
final class Executing {

    private Executing() {
    }

    /** The first node that does so by itself. */
    static Optional<Node> in(Graph graph) {
        return graph.nodes().stream().filter(node -> asks(node.step())).findFirst();
    }

    static boolean asks(Step step) {
        return switch (step) {
            case Step.Assign assign -> asks(assign.target()) || asks(assign.value());
            case Step.Choose choose -> asks(choose.target());
            case Step.ChooseObject choose -> asks(choose.target());
            case Step.ChooseCpu choose -> asks(choose.target());
            case Step.Call call -> call.result().filter(Executing::asks).isPresent()
                    || call.arguments().stream().anyMatch(Executing::asks);
            case Step.Assume assume -> asks(assume.condition());
            case Step.Assert claim -> asks(claim.condition());
            case Step.Expect claim -> asks(claim.condition());
            case Step.Require claim -> asks(claim.condition());
            case Step.Branch branch -> asks(branch.condition());
            case Step.Return back -> back.value().filter(Executing::asks).isPresent();
            case Step.Cover _,Step.AtomicBegin _,Step.AtomicEnd _,Step.Interleave _,Step.Nothing _ -> false;
        };
    }

    private static boolean asks(Place place) {
        return switch (place) {
            case Place.Local _,Place.Global _ -> false;
            case Place.PerCpu one -> one.cpu().map(Executing::asks).orElse(true);
            case Place.Element element -> asks(element.array()) || asks(element.index());
            case Place.Field field -> asks(field.struct());
            case Place.Target target -> asks(target.pointer());
        };
    }

    private static boolean asks(Value value) {
        return switch (value) {
            case Value.Current _,Value.ThisCpu _ -> true;
            case Value.Constant _,Value.TokenName _ -> false;
            case Value.Load load -> asks(load.place());
            case Value.Address address -> asks(address.place());
            case Value.BufferOf one -> asks(one.place());
            case Value.OffsetOf one -> asks(one.place());
            case Value.Unary one -> asks(one.operand());
            case Value.Binary one -> asks(one.left()) || asks(one.right());
            case Value.Select one -> asks(one.condition()) || asks(one.then()) || asks(one.otherwise());
            case Value.Convert one -> asks(one.operand());
            case Value.Quantifier one -> asks(one.condition());
            case Value.CpuQuantifier one -> asks(one.condition());
        };
    }
}
