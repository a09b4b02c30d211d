package org.xstate.model.ast;

/** The operators with one operand. */
public enum UnaryOperator {
    MINUS("-"), COMPLEMENT("~"), NOT("!"), DEREFERENCE("*"), ADDRESS("&");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
