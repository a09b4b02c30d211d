package org.xstate.analysis.machine;

import java.util.ArrayList;
import java.util.List;

import org.xstate.sim.run.Moment;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.StepLines;

/** Steps of an execution as lines of text: number, who, where, the statement, what changed. */
public final class TimelineText {

    private TimelineText() {
    }

    /**
     * Some steps, each with all its lines.
     *
     * @param history the initial moment first
     * @param from    first step, from 1
     * @param to      last step; what the history does not have is left out
     */
    public static List<String> lines(Scenario scenario, List<Moment> history, int from, int to) {
        StepLines steps = new StepLines(scenario);
        List<String> lines = new ArrayList<>();
        for (int step = Math.max(1, from); step <= Math.min(to, history.size() - 1); step++) {
            boolean first = true;
            for (StepLines.Line line : steps.of(history, step)) {
                lines.add(line(first ? "%6d".formatted(step) : "      ", first ? who(line) : "", line));
                first = false;
            }
        }
        return lines;
    }

    private static String who(StepLines.Line line) {
        return (line.actor().cpu().isPresent() ? "CPU" + line.actor().cpu().getAsInt() + " " : "")
                + line.actor().text();
    }

    private static String line(String number, String who, StepLines.Line line) {
        String changes = String.join("   ", line.text().changes().stream().map(Change::text).toList());
        return ("%s  %-18s  %-22s  %s".formatted(number, who, line.text().place(), line.text().statement())
                + (changes.isEmpty() ? "" : "   | " + changes)).stripTrailing();
    }
}
