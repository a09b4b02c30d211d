package org.xstate.model.ir;

import java.util.List;
import java.util.Optional;

/** What steps, values and places directly consist of. */
public final class Parts {

    private Parts() {
    }

    /** Values that a step evaluates. */
    public static List<Value> values(Step step) {
        return switch (step) {
            case Step.Assign assign -> List.of(assign.value());
            case Step.Call call -> call.arguments();
            case Step.Assume assume -> List.of(assume.condition());
            case Step.Assert one -> List.of(one.condition());
            case Step.Expect one -> List.of(one.condition());
            case Step.Require one -> List.of(one.condition());
            case Step.Branch branch -> List.of(branch.condition());
            case Step.Return back -> back.value().map(List::of).orElse(List.of());
            case Step.Choose _,Step.ChooseCpu _,Step.ChooseObject _,Step.Cover _,Step.AtomicBegin _,Step.AtomicEnd _,Step.Interleave _,Step.Nothing _ ->
                List.of();
        };
    }

    /** The place that a step writes. */
    public static List<Place> places(Step step) {
        return switch (step) {
            case Step.Assign assign -> List.of(assign.target());
            case Step.Choose choose -> List.of(choose.target());
            case Step.ChooseCpu choose -> List.of(choose.target());
            case Step.ChooseObject choose -> List.of(choose.target());
            case Step.Call call -> call.result().map(List::of).orElse(List.of());
            default -> List.of();
        };
    }

    public static List<Value> values(Value value) {
        return switch (value) {
            case Value.BufferOf one -> List.of(one.place());
            case Value.OffsetOf one -> List.of(one.place());
            case Value.Unary one -> List.of(one.operand());
            case Value.Binary one -> List.of(one.left(), one.right());
            case Value.Select one -> List.of(one.condition(), one.then(), one.otherwise());
            case Value.Convert one -> List.of(one.operand());
            case Value.Quantifier one -> List.of(one.condition());
            case Value.CpuQuantifier one -> List.of(one.condition());
            case Value.Constant _,Value.TokenName _,Value.Load _,Value.Address _,Value.Current _,Value.ThisCpu _ ->
                List.of();
        };
    }

    /** The place that a value loads or is the address of. */
    public static Optional<Place> places(Value value) {
        return switch (value) {
            case Value.Load load -> Optional.of(load.place());
            case Value.Address address -> Optional.of(address.place());
            default -> Optional.empty();
        };
    }

    public static List<Value> values(Place place) {
        return switch (place) {
            case Place.PerCpu one -> one.cpu().map(List::of).orElse(List.of());
            case Place.Element one -> List.of(one.index());
            case Place.Target one -> List.of(one.pointer());
            case Place.Local _,Place.Global _,Place.Field _ -> List.of();
        };
    }

    /** The place that a place is a part of. */
    public static Optional<Place> inner(Place place) {
        return switch (place) {
            case Place.Element one -> Optional.of(one.array());
            case Place.Field one -> Optional.of(one.struct());
            case Place.Local _,Place.Global _,Place.PerCpu _,Place.Target _ -> Optional.empty();
        };
    }
}
