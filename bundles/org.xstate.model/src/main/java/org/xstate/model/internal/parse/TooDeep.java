package org.xstate.model.internal.parse;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.xstate.model.diagnostic.Diagnostic;

/** Leaves the parser where a text is nested too deeply; never leaves this package. */
final class TooDeep extends ParseCancellationException {

    private static final long serialVersionUID = 1L;

    private final transient Token token;

    TooDeep(Token token) {
        this.token = token;
    }

    Diagnostic diagnostic() {
        return Diagnostic.error("nested-too-deeply", Spans.of(token), "nested too deeply")
                .note("an expression or a block may be nested about a hundred levels deep");
    }
}
