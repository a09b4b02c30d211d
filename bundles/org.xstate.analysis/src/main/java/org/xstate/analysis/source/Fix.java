package org.xstate.analysis.source;

import java.util.List;
import java.util.Objects;

import org.xstate.model.index.TextEdit;

/**
 * A remedy for a problem.
 *
 * @param label what it does, in a few words without full stop: {@code Change to 'fpregs_lock'}
 * @param file  whose text it changes
 * @param edits what it changes
 */
public record Fix(String label, String file, List<TextEdit> edits) {
    public Fix {
        Objects.requireNonNull(label);
        Objects.requireNonNull(file);
        edits = List.copyOf(edits);
    }
}
