package org.xstate.ui.check.internal.designs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignStudy;

/**
 * A matrix with what it was asked about.
 *
 * @param changes against the standard harness; empty if it is the standard one
 */
record Computed(Question question, DesignStudy study, DesignMatrix matrix,
        Optional<List<DesignMatrix.Change>> changes) {

    Computed {
        Objects.requireNonNull(question);
        Objects.requireNonNull(study);
        Objects.requireNonNull(matrix);
        Objects.requireNonNull(changes);
    }

    Optional<Design> design(String id) {
        return matrix.designs().stream().filter(design -> design.id().equals(id)).findFirst();
    }

    /** Designs that have rows. */
    List<Design> judged() {
        return matrix.designs().stream().filter(design -> !matrix.rows(design.id()).isEmpty()).toList();
    }

    /** Whether the cell came out otherwise than in the standard harness. */
    boolean isChanged(String design, String entry) {
        return changes.stream().flatMap(List::stream).anyMatch(change -> change.isVerdict()
                && change.after().design().equals(design) && change.after().entry().equals(entry));
    }
}
