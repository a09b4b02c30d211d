package org.xstate.model.link;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;

/**
 * What came of laying out a program.
 *
 * @param machine there if there is no error
 */
public record Linked(List<Diagnostic> diagnostics, Optional<Machine> machine) {
    public Linked {
        diagnostics = List.copyOf(diagnostics);
    }
}
