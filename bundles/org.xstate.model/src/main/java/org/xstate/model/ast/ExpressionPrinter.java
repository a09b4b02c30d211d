package org.xstate.model.ast;

import java.util.List;

/** Writes expressions with no more parentheses than C needs. */
final class ExpressionPrinter {

    private static final int POSTFIX = 12;
    private static final int UNARY = 11;

    private ExpressionPrinter() {
    }

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Number number -> number.text();
            case Expression.Text text -> "\"" + text.value() + "\"";
            case Expression.Name name -> name.name();
            case Expression.Call call -> call.callee() + "(" + list(call.arguments()) + ")";
            case Expression.Index index -> at(index.array(), POSTFIX) + "[" + print(index.index()) + "]";
            case Expression.Member member ->
                at(member.object(), POSTFIX) + (member.arrow() ? "->" : ".") + member.member();
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional choice ->
                at(choice.condition(), 1) + " ? " + print(choice.then()) + " : "
                        + at(choice.otherwise(), 0);
            case Expression.Cast cast ->
                "(" + TypePrinter.print(cast.type(), "") + ")" + at(cast.operand(), UNARY);
            case Expression.SizeOf size -> "sizeof(" + TypePrinter.print(size.type(), "") + ")";
        };
    }

    static String list(List<Expression> expressions) {
        return String.join(", ", expressions.stream().map(ExpressionPrinter::print).toList());
    }

    private static String unary(Expression.Unary unary) {
        String operand = at(unary.operand(), UNARY);
        String symbol = unary.operator().symbol();
        // "- -x" and "& &x" are other tokens without the blank
        boolean glued = operand.startsWith(symbol) && !symbol.equals("!") && !symbol.equals("~");
        return symbol + (glued ? " " : "") + operand;
    }

    private static String binary(Expression.Binary binary) {
        int own = binary.operator().precedence();
        return at(binary.left(), own) + " " + binary.operator().symbol() + " " + at(binary.right(), own + 1);
    }

    private static String at(Expression expression, int least) {
        String text = print(expression);
        return precedence(expression) < least ? "(" + text + ")" : text;
    }

    private static int precedence(Expression expression) {
        return switch (expression) {
            case Expression.Conditional _ -> 0;
            case Expression.Binary binary -> binary.operator().precedence();
            case Expression.Unary _ -> UNARY;
            case Expression.Cast _ -> UNARY;
            default -> POSTFIX + 1;
        };
    }
}
