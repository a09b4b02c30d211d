package org.xstate.model.internal.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.xstate.model.diagnostic.Span;

/** Positions of tokens. */
final class Spans {

    private Spans() {
    }

    static Span of(Token token) {
        int length = token.getType() == Token.EOF ? 1 : Math.max(1, firstLine(token.getText()).length());
        return new Span(token.getInputStream().getSourceName(), token.getLine(),
                token.getCharPositionInLine() + 1,
                length);
    }

    static Span of(ParserRuleContext context) {
        return of(context.getStart()).to(of(context.getStop()));
    }

    /** The place just behind a token. */
    static Span after(Token token) {
        Span span = of(token);
        return new Span(span.file(), span.line(), span.column() + span.length(), 1);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
