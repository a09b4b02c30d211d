package org.xstate.model.internal.link;

import org.xstate.model.diagnostic.Span;

/** A text that the language allows and the machine cannot do. */
final class NotExecutable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    NotExecutable(Span span, String message) {
        super(message);
        this.span = span;
    }

    Span span() {
        return span;
    }
}
