package org.xstate.analysis.machine;

import java.util.ArrayList;
import java.util.List;

import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;

/** The command line that executes again what a simulation has executed. */
public final class RunLine {

    /** Characters of a schedule that somebody would type or paste. */
    private static final int LONGEST = 200;

    private RunLine() {
    }

    /**
     * {@code xstate run model.c --scenario name --schedule "A*3 softirq"}; with a trace instead of a schedule where that would
     * be long, or where the execution does not begin in the first initial state.
     */
    public static String of(Scenario scenario, Simulation simulation) {
        String schedule = schedule(simulation);
        boolean typed = schedule.length() <= LONGEST && simulation.beginning() == 0;
        String steps = schedule.isEmpty() ? "" : " --schedule \"" + schedule + "\"";
        return "xstate run " + scenario.source() + " --scenario " + scenario.name()
                + (typed ? steps : " --trace FILE.xtrace");
    }

    private static String schedule(Simulation simulation) {
        List<String> items = new ArrayList<>();
        String last = "";
        int times = 0;
        for (Moment moment : simulation.history().subList(1, simulation.history().size())) {
            if (!moment.move().equals(last)) {
                add(items, last, times);
                last = moment.move();
                times = 0;
            }
            times++;
        }
        add(items, last, times);
        return String.join(" ", items);
    }

    private static void add(List<String> items, String move, int times) {
        if (times > 0) {
            items.add(times == 1 ? move : move + "*" + times);
        }
    }
}
