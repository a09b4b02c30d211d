package org.xstate.cli.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.json.TimelineJson;
import org.xstate.analysis.machine.MachineReport;
import org.xstate.analysis.machine.RunHtml;
import org.xstate.analysis.machine.TimelinePicture;
import org.xstate.analysis.machine.TimelineText;
import org.xstate.analysis.machine.TimelineWindow;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.cli.ExitCode;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Snapshots;
import org.xstate.sim.trace.StepLines;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.TimelineMaker;

/** Places of an execution that {@code xstate run} is asked to show. */
final class RunPlaces {

    /** The place behind the last step. */
    static final String END = "end";

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,7})(?:\\.([0-9]{1,4}))?");

    private final RunReport report;

    RunPlaces(RunReport report) {
        this.report = report;
    }

    private Simulation simulation() {
        return ScenarioRun.replayed(report.scenario(), report.file());
    }

    /** The machine at a place: {@code 6}, {@code 6.2}, {@code end}. */
    MachineReport machine(String place) {
        Scenario scenario = report.scenario();
        Snapshots snapshots = Snapshots.of(scenario).orElseThrow(() -> new Stop(ExitCode.USAGE,
                "run: " + scenario.source() + " is in rule form and has no machine to show"));
        Simulation simulation = simulation();
        return MachineReport.of(scenario, snapshots,
                MachineReport.Source.of(simulation, position(simulation.history(), place)));
    }

    private Position position(List<Moment> history, String place) {
        if (place.equals(END)) {
            return StepLines.end(history, history.size() - 1);
        }
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            throw new Stop(ExitCode.USAGE,
                    "run: --machine takes a step such as 6, a line of one such as 6.2, or "
                            + END + ", not '" + place + "'");
        }
        int step = Integer.parseInt(matcher.group(1));
        if (step >= history.size()) {
            throw new Stop(ExitCode.USAGE,
                    "run: --machine %s: the run has %,d steps".formatted(place, history.size() - 1));
        }
        return matcher.group(2) == null
                ? StepLines.end(history, step)
                : line(history, step, Integer.parseInt(matcher.group(2)), place);
    }

    private Position line(List<Moment> history, int step, int line, String place) {
        List<StepLines.Line> lines = step == 0
                ? List.of()
                : new StepLines(report.scenario()).of(history, step);
        if (line < 1 || line > lines.size()) {
            throw new Stop(ExitCode.USAGE,
                    "run: --machine %s: step %d has %d lines".formatted(place, step, lines.size()));
        }
        return lines.get(line - 1).end();
    }

    String html(String title, String subtitle) {
        return RunHtml.document(report.scenario(), simulation(), title, subtitle);
    }

    /** What goes into a file of that name: by its ending a picture, data, or text. */
    String timeline(String name) {
        Simulation simulation = simulation();
        if (!name.endsWith(".svg") && !name.endsWith(".json")) {
            List<Moment> history = simulation.history();
            return String.join("\n", TimelineText.lines(report.scenario(), history, 1, history.size() - 1))
                    + "\n";
        }
        Timeline timeline = new TimelineMaker(report.scenario()).of(simulation);
        return name.endsWith(".svg")
                ? PictureSvg.document(TimelinePicture.of(timeline, TimelineWindow.document(timeline)))
                : TimelineJson.document(report.scenario(), timeline) + "\n";
    }
}
