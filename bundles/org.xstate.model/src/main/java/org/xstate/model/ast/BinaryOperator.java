package org.xstate.model.ast;

/** The operators with two operands; a higher precedence binds more tightly, as in C. */
public enum BinaryOperator {
    MULTIPLY("*", 10), DIVIDE("/", 10), REMAINDER("%", 10), ADD("+", 9), SUBTRACT("-", 9), SHIFT_LEFT("<<",
            8), SHIFT_RIGHT(">>", 8), LESS("<", 7), GREATER(">", 7), LESS_EQUAL("<=", 7), GREATER_EQUAL(">=",
                    7), EQUAL("==", 6), NOT_EQUAL("!=", 6), AND("&",
                            5), XOR("^", 4), OR("|", 3), LOGICAL_AND("&&", 2), LOGICAL_OR("||", 1);

    private final String symbol;
    private final int precedence;

    BinaryOperator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    public int precedence() {
        return precedence;
    }

    public boolean isOrder() {
        return precedence == 7;
    }

    public boolean isEquality() {
        return precedence == 6;
    }

    public boolean isLogical() {
        return precedence <= 2;
    }

    /** The operator of that symbol. */
    public static BinaryOperator of(String symbol) {
        for (BinaryOperator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException(symbol);
    }
}
