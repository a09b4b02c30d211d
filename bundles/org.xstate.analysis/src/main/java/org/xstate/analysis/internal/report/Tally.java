package org.xstate.analysis.internal.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import org.xstate.api.Finding;
import org.xstate.api.Report;
import org.xstate.api.Severity;

/** What the findings of a subject come to. */
final class Tally {

    private Tally() {
    }

    static Optional<Severity> worst(Report.Subject subject) {
        return subject.findings().stream().map(Finding::severity).max(Comparator.naturalOrder());
    }

    /** {@code 2 errors, 1 note}; empty without findings. */
    static String words(Report.Subject subject) {
        StringJoiner words = new StringJoiner(", ");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            long count = subject.findings().stream().filter(one -> one.severity() == severity).count();
            if (count > 0) {
                words.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
            }
        }
        return words.toString();
    }
}
