package org.xstate.cli.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.json.TimelineJson;
import org.xstate.analysis.machine.MachineReport;
import org.xstate.analysis.machine.RunHtml;
import org.xstate.analysis.machine.TimelineOverview;
import org.xstate.analysis.machine.TimelinePicture;
import org.xstate.analysis.machine.TimelineText;
import org.xstate.analysis.machine.TimelineWindow;
import org.xstate.analysis.machine.TimelineWindow.Range;
import org.xstate.analysis.picture.Picture;
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

    private static final Pattern STEPS = Pattern.compile("([0-9]{1,7})-([0-9]{1,7})");

    /** Units between the bar with all steps and the picture of some. */
    private static final double GAP = 6;

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

    /**
     * What goes into a file of that name: by its ending a picture, data, or text.
     *
     * @param steps {@code 10-40}, for a picture of these below a bar with all
     */
    String timeline(String name, Optional<String> steps) {
        Simulation simulation = simulation();
        Optional<Range> range = steps.map(text -> range(text, simulation.steps()));
        if (range.isPresent() && !name.endsWith(".svg")) {
            throw new Stop(ExitCode.USAGE, "run: --timeline-steps is for a picture: --timeline FILE.svg");
        }
        if (!name.endsWith(".svg") && !name.endsWith(".json")) {
            List<Moment> history = simulation.history();
            return String.join("\n", TimelineText.lines(report.scenario(), history, 1, history.size() - 1))
                    + "\n";
        }
        Timeline timeline = new TimelineMaker(report.scenario()).of(simulation);
        return name.endsWith(".svg")
                ? PictureSvg.document(range.map(part -> part(timeline, part))
                        .orElseGet(() -> TimelinePicture.of(timeline, TimelineWindow.document(timeline))))
                : TimelineJson.document(report.scenario(), timeline) + "\n";
    }

    private static Picture part(Timeline timeline, Range steps) {
        TimelineWindow window = TimelineWindow.document(steps);
        return TimelineOverview
                .of(timeline, window.width(), steps.from(), window.steps(), Optional.empty())
                .above(TimelinePicture.of(timeline, window), GAP);
    }

    private static Range range(String text, int last) {
        Matcher matcher = STEPS.matcher(text);
        if (matcher.matches()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = Integer.parseInt(matcher.group(2));
            if (from <= to && to <= last) {
                return new Range(from, to);
            }
        }
        throw new Stop(ExitCode.USAGE,
                "run: --timeline-steps takes two steps such as 0-%d, not '%s'".formatted(last, text));
    }
}
