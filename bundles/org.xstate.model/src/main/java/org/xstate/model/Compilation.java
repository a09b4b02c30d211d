package org.xstate.model;

import java.util.List;
import java.util.Optional;

import org.xstate.model.ast.SourceUnit;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.ir.Program;

/**
 * What came of compiling a model.
 *
 * @param diagnostics errors and warnings in the order of the text
 * @param units       the files that were read, an included one before the one that includes it; those with syntax errors
 *                    have no declarations
 * @param program     there if there is no error
 */
public record Compilation(List<Diagnostic> diagnostics, List<SourceUnit> units, Optional<Program> program) {
    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        units = List.copyOf(units);
    }
}
