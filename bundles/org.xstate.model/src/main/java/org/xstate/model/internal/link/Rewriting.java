package org.xstate.model.internal.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;

/** Instructions with other expressions, other locals or other procedures in them. */
final class Rewriting {

    private Rewriting() {
    }

    /** Every local with another number. */
    static Expression locals(Expression expression, IntUnaryOperator numbers) {
        return expression instanceof Expression.Local(int number)
                ? new Expression.Local(numbers.applyAsInt(number))
                : inner(expression, one -> locals(one, numbers));
    }

    /** Every local with another number. */
    static Instruction locals(Instruction instruction, IntUnaryOperator numbers) {
        Instruction renumbered = switch (instruction) {
            case Instruction.SetLocal set ->
                new Instruction.SetLocal(numbers.applyAsInt(set.local()), set.value());
            case Instruction.Choose choose ->
                new Instruction.Choose(numbers.applyAsInt(choose.local()), choose.low(), choose.high());
            case Instruction.Call call -> new Instruction.Call(
                    call.result().isPresent()
                            ? OptionalInt.of(numbers.applyAsInt(call.result().getAsInt()))
                            : OptionalInt.empty(),
                    call.procedure(), call.arguments());
            default -> instruction;
        };
        return expressions(renumbered, one -> locals(one, numbers));
    }

    /** Every procedure with another number. */
    static Instruction procedures(Instruction instruction, IntUnaryOperator numbers) {
        return instruction instanceof Instruction.Call call
                ? new Instruction.Call(call.result(), numbers.applyAsInt(call.procedure()), call.arguments())
                : instruction;
    }

    /** Every expression of an instruction replaced. */
    static Instruction expressions(Instruction instruction, UnaryOperator<Expression> by) {
        return switch (instruction) {
            case Instruction.SetLocal one -> new Instruction.SetLocal(one.local(), by.apply(one.value()));
            case Instruction.Store one -> new Instruction.Store(by.apply(one.slot()), by.apply(one.value()));
            case Instruction.CopySlots one ->
                new Instruction.CopySlots(by.apply(one.to()), by.apply(one.from()), one.count());
            case Instruction.Call one ->
                new Instruction.Call(one.result(), one.procedure(),
                        one.arguments().stream().map(by).toList());
            case Instruction.Assume one -> new Instruction.Assume(by.apply(one.condition()), one.blocking());
            case Instruction.Assert one ->
                new Instruction.Assert(by.apply(one.condition()), one.claim(), one.text());
            case Instruction.Branch one -> new Instruction.Branch(by.apply(one.condition()));
            case Instruction.Return(Optional<Expression> value) -> new Instruction.Return(value.map(by));
            case Instruction.Choose _,Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ ->
                instruction;
        };
    }

    /** The expressions that an expression directly consists of replaced. */
    static Expression inner(Expression expression, UnaryOperator<Expression> by) {
        return switch (expression) {
            case Expression.Load one -> new Expression.Load(by.apply(one.slot()));
            case Expression.Lookup one -> new Expression.Lookup(one.table(), by.apply(one.index()));
            case Expression.Unary one -> Fold.unary(one.operator(), by.apply(one.operand()));
            case Expression.Binary one ->
                Fold.binary(one.operator(), by.apply(one.left()), by.apply(one.right()));
            case Expression.Select one ->
                Fold.select(by.apply(one.condition()), by.apply(one.then()), by.apply(one.otherwise()));
            case Expression.Wrap one -> Fold.wrap(by.apply(one.operand()), one.bits(), one.signed());
            case Expression.Checked one ->
                new Expression.Checked(by.apply(one.operand()), one.min(), one.max(), one.fault());
            case Expression.Constant _,Expression.Local _,Expression.ThisCpu _ -> expression;
        };
    }

    /** The expressions that an instruction evaluates. */
    static List<Expression> parts(Instruction instruction) {
        return switch (instruction) {
            case Instruction.SetLocal one -> List.of(one.value());
            case Instruction.Store one -> List.of(one.slot(), one.value());
            case Instruction.CopySlots one -> List.of(one.to(), one.from());
            case Instruction.Call one -> one.arguments();
            case Instruction.Assume one -> List.of(one.condition());
            case Instruction.Assert one -> List.of(one.condition());
            case Instruction.Branch one -> List.of(one.condition());
            case Instruction.Return(Optional<Expression> value) -> value.map(List::of).orElse(List.of());
            case Instruction.Choose _,Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ ->
                List.of();
        };
    }

    static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Expression.Load one -> List.of(one.slot());
            case Expression.Lookup one -> List.of(one.index());
            case Expression.Unary one -> List.of(one.operand());
            case Expression.Binary one -> List.of(one.left(), one.right());
            case Expression.Select one -> List.of(one.condition(), one.then(), one.otherwise());
            case Expression.Wrap one -> List.of(one.operand());
            case Expression.Checked one -> List.of(one.operand());
            case Expression.Constant _,Expression.Local _,Expression.ThisCpu _ -> List.of();
        };
    }

    /** The local that an instruction sets. */
    static OptionalInt target(Instruction instruction) {
        return switch (instruction) {
            case Instruction.SetLocal one -> OptionalInt.of(one.local());
            case Instruction.Choose one -> OptionalInt.of(one.local());
            case Instruction.Call one -> one.result();
            default -> OptionalInt.empty();
        };
    }
}
