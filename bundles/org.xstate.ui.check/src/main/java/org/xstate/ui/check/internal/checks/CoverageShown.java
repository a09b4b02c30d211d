package org.xstate.ui.check.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.Coverage;
import org.xstate.check.Verdict;
import org.xstate.ui.SourceCoverage;
import org.xstate.ui.SourceCoverage.Kind;
import org.xstate.ui.SourceCoverage.Mark;
import org.xstate.ui.check.internal.Messages;

/** Has editors show what the selected answer says nothing about. */
final class CoverageShown {

    private CoverageShown() {
    }

    /** Nothing is shown for a violation: it ends the exploration before everything was reached. */
    static void show(Optional<CheckedItem> item) {
        List<Mark> marks = item.filter(one -> !one.isOutdated())
                .filter(one -> one.summary().verdict().equals(Optional.of(Verdict.HOLDS)))
                .map(CoverageShown::marks).orElseGet(List::of);
        if (marks.isEmpty()) {
            SourceCoverage.clear();
        } else {
            SourceCoverage.show(marks);
        }
    }

    private static List<Mark> marks(CheckedItem item) {
        CheckSummary summary = item.summary();
        List<Mark> marks = new ArrayList<>();
        if (summary.coverage().isEmpty()) {
            return marks;
        }
        Coverage coverage = summary.coverage().get();
        coverage.unreached().forEach(one -> marks.add(new Mark(file(item, one.file()), one.line(),
                Kind.UNREACHED, NLS.bind(Messages.coverage_unreached, summary.scenario()))));
        coverage.untaken()
                .forEach(one -> marks.add(new Mark(file(item, one.file()), one.line(), Kind.UNTAKEN,
                        NLS.bind(Messages.coverage_untaken,
                                new Object[]{one.text(), one.value(), summary.scenario()}))));
        return marks;
    }

    /** Coverage names files from the folder of the model. */
    private static String file(CheckedItem item, String name) {
        return item.file().resolveSibling(name).normalize().toString().replace('\\', '/');
    }
}
