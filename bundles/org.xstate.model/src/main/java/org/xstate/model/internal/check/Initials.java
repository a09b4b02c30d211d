package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.xstate.model.ast.Initializer;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** What globals start with, taken apart into scalars. */
final class Initials {

    private static final long MAX_SCALARS = Shapes.MAX_SCALARS;

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final ExpressionChecker expressions;

    Initials(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
    }

    List<Long> of(Type type, Optional<Initializer> initializer, Span span) {
        long size = scalars(type);
        if (size > MAX_SCALARS) {
            error("bad-length", span,
                    "'" + type.text() + "' has " + size + " scalars; at most " + MAX_SCALARS);
            return List.of();
        }
        long[] values = new long[(int) size];
        fillDefaults(type, values, 0);
        initializer.ifPresent(one -> fill(one, type, values, 0));
        return LongStream.of(values).boxed().toList();
    }

    private long scalars(Type type) {
        return scope.shapes.scalars(type);
    }

    /** Zero, as in C, which is {@code NO_CPU} of a {@code cpu_t}; or the least value of a range that has no zero. */
    private void fillDefaults(Type type, long[] values, int at) {
        switch (type) {
            case Type.Array array -> {
                int step = (int) scalars(array.element());
                for (int i = 0; i < array.length(); i++) {
                    fillDefaults(array.element(), values, at + i * step);
                }
            }
            case Type.Struct struct when scope.structs.containsKey(struct.name()) -> {
                int offset = at;
                for (Program.Member member : scope.structs.get(struct.name()).members()) {
                    fillDefaults(member.type(), values, offset);
                    offset += (int) scalars(member.type());
                }
            }
            case Type.Int integer when !integer.contains(BigInteger.ZERO) ->
                values[at] = integer.min().longValue();
            case Type.Cpu _ -> values[at] = -1;
            default -> values[at] = 0;
        }
    }

    private void fill(Initializer initializer, Type type, long[] values, int at) {
        if (initializer instanceof Initializer.Value value) {
            if (type instanceof Type.Array || type instanceof Type.Struct) {
                error("bad-initializer", initializer.span(),
                        "'" + type.text() + "' starts with values in braces");
                return;
            }
            constant(value, type).ifPresent(bits -> values[at] = bits);
            return;
        }
        List<Initializer.Element> elements = ((Initializer.Braces) initializer).elements();
        switch (type) {
            case Type.Array array -> array(elements, array, values, at);
            case Type.Struct struct -> struct(elements, struct, values, at);
            default ->
                error("bad-initializer", initializer.span(), "'" + type.text() + "' starts with one value");
        }
    }

    private Optional<Long> constant(Initializer.Value initializer, Type type) {
        Body before = expressions.enter(new Body("", Type.VOID, initializer.span(), true));
        Typed typed = expressions.value(initializer.value());
        Value value = typed.known() ? expressions.conversions().assigned(typed, type) : typed.value();
        expressions.enter(before);
        if (value instanceof Value.Constant constant) {
            return Optional.of(constant.bits());
        }
        if (typed.known()) {
            Diagnostic diagnostic = Diagnostic.error("not-constant", initializer.span(),
                    "a global starts with a constant");
            diagnostics.add(value instanceof Value.Address
                    ? diagnostic.note(
                            "where an object is comes out only when all are known: assign it in a setup")
                    : diagnostic);
        }
        return Optional.empty();
    }

    private void array(List<Initializer.Element> elements, Type.Array array, long[] values, int at) {
        int step = (int) scalars(array.element());
        int index = 0;
        for (Initializer.Element element : elements) {
            int last = index;
            if (element.designator().isPresent()) {
                if (!(element.designator().get() instanceof Initializer.Slot slot)) {
                    error("bad-initializer", element.value().span(), "'" + array.text() + "' has no members");
                    return;
                }
                index = slot(slot.first(), array);
                last = slot.last().map(one -> slot(one, array)).orElse(index);
            }
            if (index < 0 || last < index || last >= array.length()) {
                error("bad-initializer", element.value().span(),
                        "'" + array.text() + "' has no such element");
                return;
            }
            fill(element.value(), array.element(), values, at + index * step);
            long[] one = Arrays.copyOfRange(values, at + index * step, at + (index + 1) * step);
            for (int i = index + 1; i <= last; i++) {
                System.arraycopy(one, 0, values, at + i * step, step);
            }
            index = last + 1;
        }
    }

    private int slot(org.xstate.model.ast.Expression expression, Type.Array array) {
        return expressions.constant(expression)
                .filter(value -> value.signum() >= 0
                        && value.compareTo(BigInteger.valueOf(array.length())) < 0)
                .map(BigInteger::intValue).orElse(-1);
    }

    private void struct(List<Initializer.Element> elements, Type.Struct struct, long[] values, int at) {
        List<Program.Member> members = scope.structs.get(struct.name()).members();
        int next = 0;
        for (Initializer.Element element : elements) {
            if (element.designator().isPresent()) {
                String wanted = element.designator().get() instanceof Initializer.Field field
                        ? field.member()
                        : "";
                next = members.stream().map(Program.Member::name).toList().indexOf(wanted);
            }
            if (next < 0 || next >= members.size()) {
                error("bad-initializer", element.value().span(),
                        "'" + struct.text() + "' has no such member");
                return;
            }
            int offset = at
                    + (int) members.subList(0, next).stream().mapToLong(one -> scalars(one.type())).sum();
            fill(element.value(), members.get(next).type(), values, offset);
            next++;
        }
    }

    private void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
