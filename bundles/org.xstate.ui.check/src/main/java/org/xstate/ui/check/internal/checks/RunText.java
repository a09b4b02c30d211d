package org.xstate.ui.check.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.CheckSettings;
import org.xstate.analysis.text.Amounts;
import org.xstate.analysis.text.CheckedScenario;
import org.xstate.analysis.text.Style;
import org.xstate.analysis.text.SuiteText;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Progress;
import org.xstate.ui.Settings;
import org.xstate.ui.check.internal.Messages;

/** A file or folder as a whole: how far it is, the bounds that end it, a line for each scenario. */
final class RunText {

    private RunText() {
    }

    static List<String> lines(CheckRun run) {
        List<String> lines = new ArrayList<>();
        lines.add("$ " + run.settings().command(run.target().label()));
        lines.add("");
        if (run.isActive()) {
            active(lines, run);
        }
        List<CheckedScenario> results = new ArrayList<>();
        for (CheckedItem item : run.items()) {
            Optional<CheckReport> report = item.content().report()
                    .map(one -> one.called(item.summary().source()));
            lines.add(report.map(one -> SuiteText.line(one, Style.PLAIN))
                    .orElseGet(() -> "%s %s: %s".formatted(item.summary().source(), item.summary().scenario(),
                            item.summary().verdict().isPresent()
                                    ? item.summary().answer()
                                    : item.summary().error())));
            results.add(new CheckedScenario(item.summary().source(), item.summary().scenario(), report,
                    item.summary().error()));
        }
        boolean fresh = run.items().stream()
                .allMatch(item -> item.content().report().isPresent() || item.summary().verdict().isEmpty());
        if (!run.isActive() && fresh && !results.isEmpty()) {
            lines.addAll(SuiteText.summary(results, Style.PLAIN));
        }
        if (run.state() == CheckRun.State.CANCELLED) {
            lines.add(Messages.run_cancelledText);
        }
        return lines;
    }

    private static void active(List<String> lines, CheckRun run) {
        Optional<Progress> progress = run.progress();
        lines.add(run.state() == CheckRun.State.WAITING
                ? Messages.run_waiting
                : NLS.bind(Messages.run_exploring, run.scenario()));
        progress.ifPresent(far -> lines.add(NLS.bind(Messages.run_progress, Amounts.progress(far))));
        lines.add(bounds(run.settings()));
        lines.add("");
    }

    /** What ends it early. */
    private static String bounds(CheckSettings settings) {
        ExplorationOptions options = settings.exploration(Settings.checking().exploration());
        List<String> bounds = new ArrayList<>();
        if (options.maxStates() != ExplorationOptions.UNLIMITED) {
            bounds.add("%,d states".formatted(options.maxStates()));
        }
        if (options.maxMemory() != ExplorationOptions.UNLIMITED) {
            bounds.add(Amounts.bytes(options.maxMemory()));
        }
        options.maxTime().ifPresent(time -> bounds.add(Amounts.clock(time)));
        return NLS.bind(Messages.run_bounds, bounds.isEmpty() ? "-" : String.join(", ", bounds),
                options.threads());
    }
}
