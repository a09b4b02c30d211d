package org.xstate.ui.check.internal.designs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.designs.CellExplanation;
import org.xstate.analysis.designs.CellMark;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignRow;
import org.xstate.analysis.text.CheckChangesText;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.DesignsText;
import org.xstate.analysis.text.RunText;
import org.xstate.analysis.text.Style;
import org.xstate.check.CancelToken;
import org.xstate.check.ProgressListener;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.Settings;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.ReportPane;
import org.xstate.ui.check.internal.ReportPane.Place;

/** What is told about a design or a cell, and the execution in which it goes wrong. */
final class CellDetails {

    private final DesignsView view;
    private final ReportPane report;
    private Optional<Computed> computed = Optional.empty();
    private Optional<String> shown = Optional.empty();
    private Optional<Scenario> told = Optional.empty();

    CellDetails(DesignsView view, ReportPane report) {
        this.view = view;
        this.report = report;
        report.onOpen(this::open);
    }

    /** Another matrix. */
    void begin(Computed result) {
        computed = Optional.of(result);
        shown = Optional.empty();
        view.matrix().design().ifPresentOrElse(design -> show(design, view.matrix().entry()),
                () -> report.show(refusals(result.matrix())));
    }

    private static List<String> refusals(DesignMatrix matrix) {
        return matrix.refused().stream().flatMap(one -> one.text().lines()).toList();
    }

    /** @param entry the cell that is in focus, if it is one */
    void show(Design design, Optional<String> entry) {
        String key = design.id() + " " + entry.orElse("");
        if (computed.isEmpty() || shown.equals(Optional.of(key))) {
            return;
        }
        shown = Optional.of(key);
        told = Optional.empty();
        Computed now = computed.get();
        List<String> lines = new ArrayList<>();
        entry.ifPresent(one -> cell(lines, now, design, one));
        lines.addAll(DesignsText.design(now.matrix(), design.id(), Style.PLAIN));
        if (!design.knobs().isEmpty()) {
            lines.add("");
            lines.add(NLS.bind(Messages.designs_designKnobs, design.knobs().entrySet().stream()
                    .map(knob -> knob.getKey() + "=" + knob.getValue()).collect(Collectors.joining(" "))));
        }
        changes(lines, now, design);
        List<String> refused = refusals(now.matrix());
        if (!refused.isEmpty()) {
            lines.add("");
            lines.addAll(refused);
        }
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        report.show(lines);
    }

    private static void cell(List<String> lines, Computed now, Design design, String entry) {
        lines.add(entry + "  " + EntryCases.sentence(entry));
        lines.add("");
        now.matrix().telling(design.id(), entry).ifPresent(row -> {
            lines.addAll(DesignsText.explained(now.matrix(), design, row, Style.PLAIN));
            lines.add("");
            lines.add(row.isServed() ? Messages.designs_enter : "");
        });
    }

    private static void changes(List<String> lines, Computed now, Design design) {
        List<DesignMatrix.Change> changes = now.changes().stream().flatMap(List::stream)
                .filter(change -> change.after().design().equals(design.id())).toList();
        if (!changes.isEmpty()) {
            lines.add("");
            lines.addAll(CheckChangesText.lines(changes.stream()
                    .map(change -> new org.xstate.analysis.check.CheckSummary.Change(
                            change.after().entry() + " " + change.after().continuation(),
                            told(change.before()),
                            told(change.after())))
                    .toList(), Style.PLAIN));
        }
    }

    private static String told(DesignRow row) {
        return CellMark.of(List.of(row)) + " " + CellMark.cost(row);
    }

    /** An item of the picture, by {@link org.xstate.analysis.designs.DesignsPicture#id}. */
    void item(String id) {
        String[] words = id.split(" ");
        if (words.length == 4) {
            computed.flatMap(one -> one.design(words[1]))
                    .ifPresent(design -> show(design, Optional.of(words[2])));
        }
    }

    /** Finds the execution of a cell, tells it, and opens it in the debugger if something is wrong in it. */
    void explain(Design design, String entry, Optional<String> continuation) {
        if (computed.isEmpty()) {
            return;
        }
        Computed now = computed.get();
        Optional<DesignRow> row = continuation.flatMap(then -> now.matrix().row(design.id(), entry, then))
                .or(() -> now.matrix().telling(design.id(), entry));
        row.ifPresent(one -> ViewJobs.run(NLS.bind(Messages.designs_explaining, design.id(), entry),
                report.control(), () -> CellExplanation.of(now.study(), design, one,
                        Settings.checking().exploration(), new CancelToken(), ProgressListener.SILENT),
                explanation -> explained(now, design, explanation)));
    }

    private void explained(Computed now, Design design, CellExplanation explanation) {
        DesignRow row = explanation.row();
        List<String> lines = new ArrayList<>(
                DesignsText.explained(now.matrix(), design, row, Style.PLAIN));
        Optional<CheckReport> wrong = explanation.report().filter(one -> one.trace().isPresent());
        wrong.ifPresent(one -> {
            lines.add("");
            lines.addAll(CheckText.lines(one, Style.PLAIN));
        });
        explanation.run().ifPresent(run -> {
            lines.add("");
            lines.addAll(RunText.lines(run, Style.PLAIN));
        });
        shown = Optional.of("explained");
        told = wrong.map(CheckReport::scenario).or(() -> explanation.run().map(run -> run.scenario()));
        report.show(lines);
        String label = NLS.bind(Messages.designs_cell,
                new Object[]{design.id(), row.entry(), row.continuation()});
        wrong.ifPresent(one -> Opening.recording(label, one.scenario(), one.traceFile().orElseThrow()));
        if (wrong.isEmpty()) {
            explanation.run().ifPresent(run -> Opening.recording(label, run.scenario(), run.file()));
        }
    }

    /** The design's text in an editor; one that came with a plugin cannot be changed. */
    void openText(Design design) {
        String name = design.source().name();
        if (view.isOwn(design)) {
            Opening.file(view.getSite().getPage(), Path.of(name), 1);
        } else {
            Opening.input(view.getSite().getPage(), new LibraryInput(name, design.source().text()), 1);
        }
    }

    private void open(Place place) {
        Path file = Path.of(place.file());
        Optional<String> text = told.flatMap(scenario -> scenario.files().text(place.file()));
        if (Files.isRegularFile(file)) {
            Opening.file(view.getSite().getPage(), file, place.line());
        } else {
            text.ifPresentOrElse(
                    one -> Opening.input(view.getSite().getPage(), new LibraryInput(place.file(), one),
                            place.line()),
                    () -> Opening.problem(NLS.bind(Messages.open_noFile, place.file())));
        }
    }
}
