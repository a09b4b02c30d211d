package org.xstate.model.ast;

import java.math.BigInteger;
import java.util.List;

import org.xstate.model.diagnostic.Span;

/** An expression. Assignments and steps are statements: an expression has no effect but through the functions it calls. */
public sealed interface Expression {

    /** The part of the source that a message about this expression underlines. */
    Span span();

    /**
     * An integer constant.
     *
     * @param value  0 to 2^64-1
     * @param text   as it was written, with base and suffix
     */
    record Number(BigInteger value, String text, Span span) implements Expression {
    }

    /** A string, without quotes and with its escapes as they were written; only declarations and {@code cover} take one. */
    record Text(String value, Span span) implements Expression {
    }

    record Name(String name, Span span) implements Expression {
    }

    /** A call of a function, an intrinsic, or what is a macro with arguments in {@code xstate.h}. */
    record Call(String callee, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Index(Expression array, Expression index, Span span) implements Expression {
    }

    /**
     * A member of a struct.
     *
     * @param arrow {@code ->}, otherwise {@code .}
     * @param span  the member's name
     */
    record Member(Expression object, String member, boolean arrow, Span span) implements Expression {
    }

    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {
    }

    record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
            implements Expression {
    }

    record Conditional(Expression condition, Expression then, Expression otherwise, Span span)
            implements Expression {
    }

    record Cast(TypeSyntax type, Expression operand, Span span) implements Expression {
    }

    record SizeOf(TypeSyntax type, Span span) implements Expression {
    }
}
