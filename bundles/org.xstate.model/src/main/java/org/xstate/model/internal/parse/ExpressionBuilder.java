package org.xstate.model.internal.parse;

import java.math.BigInteger;
import java.util.List;

import org.antlr.v4.runtime.Token;
import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.ast.UnaryOperator;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.grammar.ModelCParser;
import org.xstate.model.internal.grammar.ModelCParser.ExpressionContext;

/** Makes expressions and types of what the parser recognised. */
final class ExpressionBuilder {

    /** Every later pass walks expressions recursively; no expression that a person wrote comes near this. */
    private static final int MAX_DEPTH = 200;
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Diagnostics diagnostics;
    private final TypeBuilder types;
    private int depth;

    ExpressionBuilder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.types = new TypeBuilder(this);
    }

    TypeBuilder types() {
        return types;
    }

    Expression expression(ExpressionContext context) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new TooDeep(context.getStart());
        }
        Expression result = build(context);
        depth--;
        return result;
    }

    List<Expression> expressions(List<ExpressionContext> contexts) {
        return contexts.stream().map(this::expression).toList();
    }

    private Expression build(ExpressionContext context) {
        Span span = Spans.of(context);
        return switch (context) {
            case ModelCParser.CallExpressionContext call -> new Expression.Call(call.IDENTIFIER().getText(),
                    expressions(call.expression()), Spans.of(call.IDENTIFIER().getSymbol()));
            case ModelCParser.NameExpressionContext name -> new Expression.Name(name.getText(), span);
            case ModelCParser.NumberExpressionContext number -> number(number.NUMBER().getSymbol());
            case ModelCParser.StringExpressionContext string ->
                new Expression.Text(unquoted(string.STRING().getText()), span);
            case ModelCParser.ParenExpressionContext paren -> expression(paren.expression());
            case ModelCParser.IndexExpressionContext index ->
                new Expression.Index(expression(index.expression(0)), expression(index.expression(1)), span);
            case ModelCParser.MemberExpressionContext member -> new Expression.Member(
                    expression(member.expression()), member.IDENTIFIER().getText(),
                    member.access.getType() == ModelCParser.ARROW, Spans.of(member.IDENTIFIER().getSymbol()));
            case ModelCParser.SizeofExpressionContext size ->
                new Expression.SizeOf(types.typeName(size.typeName()), span);
            case ModelCParser.CastExpressionContext cast -> {
                TypeSyntax type = types.typeName(cast.typeName());
                yield new Expression.Cast(type, expression(cast.expression()), span);
            }
            case ModelCParser.UnaryExpressionContext unary ->
                new Expression.Unary(unary(unary.op), expression(unary.expression()), span);
            case ModelCParser.BinaryExpressionContext binary ->
                new Expression.Binary(BinaryOperator.of(binary.op.getText()),
                        expression(binary.expression(0)),
                        expression(binary.expression(1)), span);
            case ModelCParser.ConditionalExpressionContext choice -> new Expression.Conditional(
                    expression(choice.expression(0)), expression(choice.expression(1)),
                    expression(choice.expression(2)), span);
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private static UnaryOperator unary(Token token) {
        return switch (token.getType()) {
            case ModelCParser.MINUS -> UnaryOperator.MINUS;
            case ModelCParser.TILDE -> UnaryOperator.COMPLEMENT;
            case ModelCParser.NOT -> UnaryOperator.NOT;
            case ModelCParser.STAR -> UnaryOperator.DEREFERENCE;
            default -> UnaryOperator.ADDRESS;
        };
    }

    private Expression number(Token token) {
        String text = token.getText();
        Span span = Spans.of(token);
        String digits = text.replaceFirst("(?i)(u|ul|ull|l|ll|lu|llu)$", "");
        if (digits.matches("(?i)[0-9]+\\.[0-9.]*(e[0-9]+)?f?|[0-9]+e[0-9]+")) {
            diagnostics
                    .add(Diagnostic.error("not-in-model-c", span, "floating point is not part of model C"));
            return new Expression.Number(BigInteger.ZERO, text, span);
        }
        BigInteger value;
        if (digits.matches("0[xX][0-9a-fA-F]+")) {
            value = new BigInteger(digits.substring(2), 16);
        } else if (digits.matches("0[0-7]*")) {
            value = new BigInteger(digits, 8);
        } else if (digits.matches("[1-9][0-9]*")) {
            value = new BigInteger(digits);
        } else {
            diagnostics.add(Diagnostic.error("bad-number", span, "'" + text + "' is not a number"));
            return new Expression.Number(BigInteger.ZERO, text, span);
        }
        if (value.compareTo(MAX) > 0) {
            diagnostics.add(Diagnostic.error("bad-number", span, "'" + text + "' does not fit in 64 bits"));
            return new Expression.Number(BigInteger.ZERO, text, span);
        }
        return new Expression.Number(value, text, span);
    }
}
