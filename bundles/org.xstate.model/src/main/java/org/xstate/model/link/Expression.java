package org.xstate.model.link;

/** An expression without effects; its value is a 64-bit word. */
public sealed interface Expression {

    record Constant(long value) implements Expression {
    }

    record Local(int number) implements Expression {
    }

    /** @param slot number of the slot */
    record Load(Expression slot) implements Expression {
    }

    /** A word of a table of the machine; the index is known to be inside. */
    record Lookup(int table, Expression index) implements Expression {
    }

    record Unary(UnaryOperator operator, Expression operand) implements Expression {
    }

    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {
    }

    record Select(Expression condition, Expression then, Expression otherwise) implements Expression {
    }

    /** The low bits, sign- or zero-extended. */
    record Wrap(Expression operand, int bits, boolean signed) implements Expression {
    }

    /** The operand, if it is from {@code min} to {@code max} (signed); else the step fails with the fault's claim. */
    record Checked(Expression operand, long min, long max, Fault fault) implements Expression {
    }

    /** The CPU that executes; in a rule or a predicate there is none. */
    record ThisCpu() implements Expression {
    }

    enum UnaryOperator {
        /** 1 for 0, else 0. */
        NOT, NEGATE, COMPLEMENT
    }

    /** Comparisons give 0 or 1. {@code LOGICAL_} ones do not evaluate the right operand if the left one decides. */
    enum BinaryOperator {
        ADD, SUBTRACT, MULTIPLY,
        /** The divisor is known not to be 0. */
        DIVIDE, DIVIDE_UNSIGNED, REMAINDER, REMAINDER_UNSIGNED, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, EQUAL, NOT_EQUAL, LESS, LESS_UNSIGNED, LESS_EQUAL, LESS_EQUAL_UNSIGNED, LOGICAL_AND, LOGICAL_OR
    }
}
