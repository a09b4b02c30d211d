package org.xstate.ui.check.internal.checks;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.sim.trace.Trace;
import org.xstate.ui.Contributed;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.Settings;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.ReportPane.Place;

/** What an answer is about: its model, its trace. A result that was read from a file has to load them anew. */
public final class Known {

    /** A model and its counterexample. @param trace as told by the model as it is now */
    public record Counterexample(Scenario scenario, TraceFile file, Trace trace) {
    }

    /** What was found, or a sentence that says why not. */
    private record Found<T>(Optional<T> value, String problem) {
    }

    private Known() {
    }

    /** Gives the counterexample to somebody who shows it; tells the user if the model has changed too much. */
    public static void counterexample(CheckedItem item, Control where, Consumer<Counterexample> show) {
        if (item.content().trace().isEmpty()) {
            return;
        }
        TraceFile trace = item.content().trace().get();
        Optional<CheckReport> report = item.content().report();
        if (report.isPresent()) {
            show.accept(new Counterexample(report.get().scenario(),
                    trace.called(report.get().scenario().source()),
                    report.get().trace().orElseThrow()));
            return;
        }
        ViewJobs.run(NLS.bind(Messages.known_loading, item.summary().source()), where,
                () -> load(item, trace),
                found -> found.value().ifPresentOrElse(show, () -> Opening.problem(found.problem())));
    }

    private static Found<Counterexample> load(CheckedItem item, TraceFile trace) {
        try {
            Optional<Scenario> scenario = scenario(item.file(), trace);
            return scenario.map(one -> new Found<>(
                    Optional.of(new Counterexample(one, trace.called(one.source()),
                            ScenarioRun.replay(one, trace, item.summary().source()).trace())),
                    "")).orElseGet(() -> new Found<>(Optional.empty(),
                            NLS.bind(Messages.known_noModel, item.summary().source())));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return new Found<>(Optional.empty(),
                    NLS.bind(Messages.known_changed, item.summary().source(), e.getMessage()));
        }
    }

    private static Optional<Scenario> scenario(Path file, TraceFile trace) {
        try (Contributed contributed = Contributed.open()) {
            return contributed.current()
                    .flatMap(contributions -> ScenarioLoader
                            .load(file.toString().replace('\\', '/'),
                                    trace.load(Settings.loading(contributions)))
                            .stream().findFirst())
                    .flatMap(LoadedScenario::scenario);
        }
    }

    /** Opens a place that a report names: a file beside the model, or one of the program's own. */
    public static void open(CheckedItem item, Place place, IWorkbenchPage page, Control where) {
        Optional<Path> beside = beside(item, place.file());
        if (beside.isPresent()) {
            Opening.file(page, beside.get(), place.line());
            return;
        }
        Optional<Scenario> live = item.content().report().map(CheckReport::scenario);
        if (live.isPresent()) {
            library(live.get(), place, page);
            return;
        }
        ViewJobs.run(NLS.bind(Messages.known_loading, item.summary().source()), where, () -> model(item),
                found -> found.ifPresentOrElse(scenario -> library(scenario, place, page),
                        () -> Opening.problem(NLS.bind(Messages.open_noFile, place.file()))));
    }

    private static Optional<Scenario> model(CheckedItem item) {
        try (Contributed contributed = Contributed.open()) {
            return contributed.current().flatMap(contributions -> ScenarioLoader
                    .load(item.file().toString().replace('\\', '/'),
                            item.run().settings().load(Settings.loading(contributions)))
                    .stream().flatMap(loaded -> loaded.scenario().stream()).findFirst());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static void library(Scenario scenario, Place place, IWorkbenchPage page) {
        scenario.files().text(place.file()).ifPresentOrElse(
                text -> Opening.input(page, new LibraryInput(place.file(), text), place.line()),
                () -> Opening.problem(NLS.bind(Messages.open_noFile, place.file())));
    }

    /** Traces name files from the model's folder, the head of a report from the project's. */
    private static Optional<Path> beside(CheckedItem item, String name) {
        if (name.equals(item.summary().source())) {
            return Optional.of(item.file());
        }
        return Optional.of(item.file().resolveSibling(name)).filter(java.nio.file.Files::isRegularFile);
    }
}
