package org.xstate.model.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.Severity;

/**
 * Something the front end has to say about a model.
 *
 * @param severity   an error stops the model from being used
 * @param code       stable, lower-case, words joined by hyphens: {@code no-such-function}
 * @param span       the place
 * @param message    what is wrong, and where it helps what was expected, in one sentence without a full stop
 * @param notes      further facts, each a sentence
 * @param suggestion what to write instead, shown beside the underline: {@code did you mean 'fpregs_lock'?}
 */
public record Diagnostic(Severity severity, String code, Span span, String message, List<String> notes,
        Optional<String> suggestion) {

    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(code);
        Objects.requireNonNull(span);
        Objects.requireNonNull(message);
        notes = List.copyOf(notes);
        Objects.requireNonNull(suggestion);
    }

    public static Diagnostic error(String code, Span span, String message) {
        return new Diagnostic(Severity.ERROR, code, span, message, List.of(), Optional.empty());
    }

    public static Diagnostic warning(String code, Span span, String message) {
        return new Diagnostic(Severity.WARNING, code, span, message, List.of(), Optional.empty());
    }

    /** The same with one more note. */
    public Diagnostic note(String note) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(severity, code, span, message, more, suggestion);
    }

    /** The same with a suggestion. */
    public Diagnostic suggest(String text) {
        return new Diagnostic(severity, code, span, message, notes, Optional.of(text));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
