package org.xstate.ui.machine.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.json.TimelineJson;
import org.xstate.analysis.machine.TimelineText;
import org.xstate.analysis.machine.RunLine;
import org.xstate.analysis.picture.Picture;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.TimelineMaker;
import org.xstate.ui.Exportable;
import org.xstate.ui.session.Session;

/** What the table of steps hands out. */
record StepsExport(Optional<Session> session, List<Moment> history) implements Exportable {

    /** Steps that are told at most: more belong into a file. */
    private static final int MOST = 2_000;

    @Override
    public Optional<String> text() {
        return session.map(one -> String.join("\n",
                TimelineText.lines(one.scenario(), history, 1, Math.min(MOST, history.size()))));
    }

    @Override
    public Optional<String> json() {
        return session.map(one -> TimelineJson.document(one.scenario(),
                one.read((Simulation simulation) -> new TimelineMaker(one.scenario()).of(simulation))));
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.empty();
    }

    @Override
    public String command() {
        return session.map(one -> one.read(simulation -> RunLine.of(one.scenario(), simulation))
                + " --timeline FILE.txt").orElse("");
    }
}
