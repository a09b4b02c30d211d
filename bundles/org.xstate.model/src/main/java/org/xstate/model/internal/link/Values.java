package org.xstate.model.internal.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Value;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Expression.UnaryOperator;
import org.xstate.model.link.Fault;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Promise;
import org.xstate.model.type.Type;

/** From values and places of one body to expressions. */
final class Values {

    private final Unit unit;
    /** First of the locals that a local of the source consists of. */
    private final IntUnaryOperator locals;
    private final Map<Integer, Expression> known = new HashMap<>();
    private Span span;

    Values(Unit unit, IntUnaryOperator locals, Span span) {
        this.unit = unit;
        this.locals = locals;
        this.span = span;
    }

    /** What is lowered from now on belongs to that statement. */
    void at(Span place) {
        span = place;
    }

    Expression value(Value value) {
        return switch (value) {
            case Value.Constant constant -> Fold.constant(constant.bits());
            case Value.TokenName token -> Fold.constant(unit.program().tokens().indexOf(token.name()));
            case Value.Load load -> load(place(load.place()));
            case Value.Address address -> address(address.place());
            case Value.BufferOf of -> bufferOf(value(of.place()));
            case Value.OffsetOf of -> offsetOf(value(of.place()));
            case Value.Unary unary -> unary(unary);
            case Value.Binary binary -> binary(binary);
            case Value.Select select ->
                Fold.select(value(select.condition()), value(select.then()), value(select.otherwise()));
            case Value.Convert convert -> new Conversion(unit, span)
                    .apply(value(convert.operand()), convert.operand().type(), convert.type());
            case Value.Current _ -> new Expression.Load(
                    Fold.add(Fold.constant(unit.currentTask(span)), thisCpu()));
            case Value.ThisCpu _ -> thisCpu();
            case Value.Quantifier all -> {
                Program.Pool pool = unit.memory().pool(all.pool());
                yield quantified(all.all(), all.object(), unit.memory().firstOf(pool), pool.size(),
                        all.condition());
            }
            case Value.CpuQuantifier all ->
                quantified(all.all(), all.cpu(), 0, unit.memory().cpus(), all.condition());
        };
    }

    Expression thisCpu() {
        return unit.memory().cpus() == 1 ? Fold.ZERO : new Expression.ThisCpu();
    }

    private Expression quantified(boolean all, Place.Local variable, long first, int count, Value condition) {
        Expression result = Fold.constant(all ? 1 : 0);
        for (long one = first + count - 1; one >= first; one--) {
            Expression before = known.put(variable.slot(), Fold.constant(one));
            result = Fold.binary(all ? BinaryOperator.LOGICAL_AND : BinaryOperator.LOGICAL_OR,
                    value(condition),
                    result);
            if (before == null) {
                known.remove(variable.slot());
            } else {
                known.put(variable.slot(), before);
            }
        }
        return result;
    }

    Location place(Place place) {
        return switch (place) {
            case Place.Local local -> {
                Expression constant = known.get(local.slot());
                yield constant != null
                        ? new Location.Known(constant)
                        : new Location.Locals(locals.applyAsInt(local.slot()),
                                unit.memory().size(local.type()),
                                Fold.ZERO);
            }
            case Place.Global global -> unit.memory().base(global.name()).isPresent()
                    ? new Location.Slots(Fold.constant(unit.memory().base(global.name()).getAsInt()))
                    : new Location.Words(unit.constants(global.name()), Fold.ZERO);
            case Place.PerCpu one -> perCpu(one);
            case Place.Element element -> {
                Type.Array array = (Type.Array) element.array().type();
                Expression index = unit.checked(value(element.index()), new Interval(0, array.length() - 1L),
                        fault(Promise.IN_BOUNDS,
                                "the index of " + Texts.of(element.array()) + " is outside of 0 to "
                                        + (array.length() - 1)));
                yield place(element.array()).plus(Fold.multiply(index, unit.memory().size(element.type())));
            }
            case Place.Field field -> place(field.struct()).plus(Fold
                    .constant(unit.memory().offset((Type.Struct) field.struct().type(), field.member())));
            case Place.Target target -> target(target);
        };
    }

    private Location perCpu(Place.PerCpu one) {
        Expression cpu = one.cpu()
                .map(value -> unit.checked(value(value), new Interval(0, unit.memory().cpus() - 1L),
                        fault(Promise.IN_BOUNDS, Texts.of(one) + " is of no CPU")))
                .orElse(thisCpu());
        return new Location.Slots(Fold.add(Fold.multiply(cpu, unit.memory().size(one.type())),
                Fold.constant(unit.memory().perCpu(one.name()))));
    }

    private Location target(Place.Target target) {
        Type.Pointer type = (Type.Pointer) target.pointer().type();
        if (unit.memory().isAddress(type)) {
            throw new NotExecutable(span,
                    "'" + type.text() + "' is a place in a buffer: read and write it by "
                            + "the functions for parts and by memcpy");
        }
        List<Integer> objects = unit.memory().objects(type.target());
        if (objects.isEmpty()) {
            throw new NotExecutable(span,
                    "'" + type.text() + "' points to nothing: there is no '" + type.target().text() + "'");
        }
        Expression pointer = unit.checked(value(target.pointer()), new Interval(1, objects.size()),
                fault(Promise.NO_NULL_POINTER, Texts.of(target.pointer()) + " is NULL"));
        return new Location.Slots(unit.pointers().slot(type.target(), pointer));
    }

    Expression load(Location location) {
        return switch (location) {
            case Location.Slots slots -> new Expression.Load(slots.first());
            case Location.Words words -> lookup(words.table(), words.first());
            case Location.Known known -> known.value();
            case Location.Locals locals -> local(locals);
        };
    }

    private Expression lookup(int table, Expression index) {
        return index instanceof Expression.Constant(long at)
                ? Fold.constant(unit.tables().table(table)[(int) at])
                : new Expression.Lookup(table, index);
    }

    private static Expression local(Location.Locals locals) {
        if (locals.index() instanceof Expression.Constant(long at)) {
            return new Expression.Local(locals.first() + (int) at);
        }
        Expression result = new Expression.Local(locals.first());
        for (int i = 1; i < locals.count(); i++) {
            result = Fold.select(Fold.equal(locals.index(), Fold.constant(i)),
                    new Expression.Local(locals.first() + i), result);
        }
        return result;
    }

    private Expression address(Place place) {
        if (!(place(place) instanceof Location.Slots slots)) {
            throw new NotExecutable(span, "only a variable of the state has an address, a local has none");
        }
        return unit.pointers().pointer(place.type(), slots.first());
    }

    private static Expression bufferOf(Expression place) {
        // NULL is -1 before the shift, and after it
        return Fold.add(Fold.binary(BinaryOperator.SHIFT_RIGHT, Fold.add(place, Fold.constant(-1)),
                Fold.constant(Long.numberOfTrailingZeros(Machine.BUFFER_BYTES))), Fold.ONE);
    }

    private Expression offsetOf(Expression place) {
        Expression pointer = unit.checked(place, new Interval(1, Long.MAX_VALUE),
                fault(Promise.NO_NULL_POINTER, "NULL is in no buffer"));
        return Fold.binary(BinaryOperator.AND, Fold.add(pointer, Fold.constant(-1)),
                Fold.constant(Machine.BUFFER_BYTES - 1L));
    }

    private Expression unary(Value.Unary unary) {
        Expression operand = value(unary.operand());
        return switch (unary.operator()) {
            case NOT -> Fold.unary(UnaryOperator.NOT, operand);
            case MINUS -> unit.wrapped(Fold.unary(UnaryOperator.NEGATE, operand), (Type.Int) unary.type());
            case COMPLEMENT ->
                unit.wrapped(Fold.unary(UnaryOperator.COMPLEMENT, operand), (Type.Int) unary.type());
            case DEREFERENCE, ADDRESS -> throw new IllegalStateException(unary.operator().toString());
        };
    }

    private Expression binary(Value.Binary binary) {
        Expression left = value(binary.left());
        Expression right = value(binary.right());
        if (binary.type() instanceof Type.Pointer) {
            return moved(left, binary.operator() == org.xstate.model.ast.BinaryOperator.ADD
                    ? right
                    : Fold.unary(UnaryOperator.NEGATE, right));
        }
        boolean unsigned = binary.left().type() instanceof Type.Int integer && !integer.signed()
                && integer.bits() == Long.SIZE;
        return switch (binary.operator()) {
            case LOGICAL_AND -> Fold.binary(BinaryOperator.LOGICAL_AND, left, right);
            case LOGICAL_OR -> Fold.binary(BinaryOperator.LOGICAL_OR, left, right);
            case EQUAL -> Fold.binary(BinaryOperator.EQUAL, left, right);
            case NOT_EQUAL -> Fold.binary(BinaryOperator.NOT_EQUAL, left, right);
            case LESS -> less(unsigned, left, right);
            case GREATER -> less(unsigned, right, left);
            case LESS_EQUAL -> lessEqual(unsigned, left, right);
            case GREATER_EQUAL -> lessEqual(unsigned, right, left);
            default -> unit.wrapped(arithmetic(binary, left, right, unsigned), (Type.Int) binary.type());
        };
    }

    private static Expression less(boolean unsigned, Expression left, Expression right) {
        return Fold.binary(unsigned ? BinaryOperator.LESS_UNSIGNED : BinaryOperator.LESS, left, right);
    }

    private static Expression lessEqual(boolean unsigned, Expression left, Expression right) {
        return Fold.binary(unsigned ? BinaryOperator.LESS_EQUAL_UNSIGNED : BinaryOperator.LESS_EQUAL, left,
                right);
    }

    private Expression arithmetic(Value.Binary binary, Expression left, Expression right, boolean unsigned) {
        Type.Int type = (Type.Int) binary.type();
        return switch (binary.operator()) {
            case ADD -> Fold.add(left, right);
            case SUBTRACT -> Fold.binary(BinaryOperator.SUBTRACT, left, right);
            case MULTIPLY -> Fold.binary(BinaryOperator.MULTIPLY, left, right);
            case DIVIDE ->
                Fold.binary(unsigned ? BinaryOperator.DIVIDE_UNSIGNED : BinaryOperator.DIVIDE, left,
                        divisor(right, binary));
            case REMAINDER -> Fold.binary(
                    unsigned ? BinaryOperator.REMAINDER_UNSIGNED : BinaryOperator.REMAINDER, left,
                    divisor(right, binary));
            case AND -> Fold.binary(BinaryOperator.AND, left, right);
            case OR -> Fold.binary(BinaryOperator.OR, left, right);
            case XOR -> Fold.binary(BinaryOperator.XOR, left, right);
            case SHIFT_LEFT -> Fold.binary(BinaryOperator.SHIFT_LEFT, left, count(right, type));
            case SHIFT_RIGHT ->
                Fold.binary(unsigned ? BinaryOperator.SHIFT_RIGHT_UNSIGNED : BinaryOperator.SHIFT_RIGHT, left,
                        count(right, type));
            default -> throw new IllegalStateException(binary.operator().toString());
        };
    }

    private Expression count(Expression count, Type.Int type) {
        return unit.checked(count, new Interval(0, type.bits() - 1L), fault(Promise.IN_RANGE,
                "a shift of '" + type.text() + "' is by 0 to " + (type.bits() - 1) + " bits"));
    }

    private Expression divisor(Expression divisor, Value.Binary binary) {
        Fault fault = fault(Promise.NO_DIVISION_BY_ZERO, Texts.of(binary.right()) + " is 0");
        Interval range = unit.range(divisor);
        if (range.min() > 0 || range.max() < 0) {
            return divisor;
        }
        if (range.min() == 0) {
            return new Expression.Checked(divisor, 1, Long.MAX_VALUE, fault);
        }
        return Fold.select(Fold.equal(divisor, Fold.ZERO), new Expression.Checked(Fold.ZERO, 1, 1, fault),
                divisor);
    }

    /** So many bytes on in the same buffer. */
    private Expression moved(Expression place, Expression bytes) {
        Expression zeroBased = Fold.add(unit.checked(place, new Interval(1, Long.MAX_VALUE),
                fault(Promise.NO_NULL_POINTER, "NULL is in no buffer")), Fold.constant(-1));
        Expression offset = Fold.add(Fold.binary(BinaryOperator.AND, zeroBased,
                Fold.constant(Machine.BUFFER_BYTES - 1L)), bytes);
        Expression inside = unit.checked(offset, new Interval(0, Machine.BUFFER_BYTES - 1L),
                fault(Promise.IN_BUFFER, "the address is not in the buffer any more"));
        return Fold.add(Fold.add(Fold.binary(BinaryOperator.AND, zeroBased,
                Fold.constant(-(long) Machine.BUFFER_BYTES)), inside), Fold.ONE);
    }

    private Fault fault(Promise promise, String text) {
        return unit.claims().fault(promise, span, text);
    }
}
