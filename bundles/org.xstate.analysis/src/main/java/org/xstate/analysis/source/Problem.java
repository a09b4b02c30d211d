package org.xstate.analysis.source;

import java.util.List;
import java.util.Objects;

import org.xstate.model.diagnostic.Diagnostic;

/**
 * What the compiler has to say about a text, with what can be done about it.
 *
 * @param scenario the first in which it is so; of the file's name if it has none
 */
public record Problem(Diagnostic diagnostic, String scenario, List<Fix> fixes) {
    public Problem {
        Objects.requireNonNull(diagnostic);
        Objects.requireNonNull(scenario);
        fixes = List.copyOf(fixes);
    }
}
