package org.xstate.ui.check.internal.counterexamples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.report.WholeFile;
import org.xstate.analysis.selftest.Selftest;
import org.xstate.analysis.svg.TraceSvg;
import org.xstate.analysis.text.CheckText;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.checks.CheckedItem;
import org.xstate.ui.check.internal.checks.Checks;
import org.xstate.ui.check.internal.checks.Known;
import org.xstate.ui.check.internal.checks.Target;

/** What can be done with counterexamples. */
final class CounterexampleActions {

    private final CounterexamplesView view;
    private final IAction debug;
    private final List<IAction> exports;
    private final IAction again;

    CounterexampleActions(CounterexamplesView view) {
        this.view = view;
        debug = action(Messages.action_debug, Icons.STEP, this::debug);
        again = action(Messages.action_again, Icons.AGAIN,
                () -> view.selected().stream().map(CheckedItem::run).distinct().forEach(Checks.get()::again));
        exports = List.of(
                action(Messages.action_exportTrace, "counterexamples",
                        () -> export("*.xtrace", found -> found.file().text())),
                action(Messages.action_exportSvg, Icons.CHART, () -> export("*.svg",
                        found -> TraceSvg.draw(found.trace(),
                                "VIOLATED " + found.file().property().orElse(""),
                                CheckText.subtitle(found.scenario())))),
                action(Messages.action_exportSelftest, Icons.CHECK,
                        () -> export("*.c", found -> Selftest.of(found.scenario(), found.file()))));
    }

    private static IAction action(String text, String icon, Runnable work) {
        Action action = new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setImageDescriptor(Icons.descriptor(icon));
        action.setToolTipText(text.replace("&", ""));
        return action;
    }

    void fill(IContributionManager bar) {
        bar.add(debug);
        bar.add(again);
        exports.forEach(bar::add);
    }

    void enable() {
        int count = view.selected().size();
        debug.setEnabled(count == 1);
        again.setEnabled(count > 0);
        exports.forEach(export -> export.setEnabled(count == 1));
    }

    void debug() {
        view.selected().stream().findFirst().ifPresent(item -> Known.counterexample(item, view.area(),
                found -> Opening.recording(item.summary().source() + " " + item.summary().scenario(),
                        found.scenario(), found.file())));
    }

    private void export(String pattern, Function<Known.Counterexample, String> content) {
        for (CheckedItem item : view.selected()) {
            FileDialogs.save(view.getSite().getShell(), Messages.export_title,
                    item.summary().scenario() + pattern.substring(1), pattern)
                    .ifPresent(file -> Known.counterexample(item, view.area(),
                            found -> write(file, item, found, content)));
        }
    }

    private static void write(Path file, CheckedItem item, Known.Counterexample found,
            Function<Known.Counterexample, String> content) {
        try {
            WholeFile.write(file, content.apply(found));
            Target.of(file).project().ifPresent(project -> refresh(project, file));
        } catch (IllegalArgumentException e) {
            Opening.problem(NLS.bind(Messages.export_refused, item.summary().scenario(), e.getMessage()));
        } catch (IOException e) {
            StatusManager.getManager().handle(new Status(Status.ERROR, CounterexampleActions.class,
                    NLS.bind(Messages.export_failed, file, e.getMessage()), e), StatusManager.SHOW);
        }
    }

    private static void refresh(IResource project, Path file) {
        try {
            project.refreshLocal(IResource.DEPTH_INFINITE, null);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
        }
    }
}
