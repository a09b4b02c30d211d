package org.xstate.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/**
 * An expression that somebody wants to know the value of, compiled together with a model.
 *
 * @param diagnostics what is wrong with it: line 1 is the expression's
 * @param program     the model without anything that happens by itself, and with the function {@link #FUNCTION}; there if
 *                    there is no error
 * @param type        of the value; of a struct, which is no value, the function gives its address
 */
public record WatchedExpression(List<Diagnostic> diagnostics, Optional<Program> program, Type type) {

    /** The function that gives the value; its parameters are the locals. All of it is one step. */
    public static final String FUNCTION = "__VERIFIER_atomic_watched_expression";

    public WatchedExpression {
        diagnostics = List.copyOf(diagnostics);
        Objects.requireNonNull(program);
        Objects.requireNonNull(type);
    }
}
