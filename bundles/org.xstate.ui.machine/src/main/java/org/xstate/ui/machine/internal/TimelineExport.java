package org.xstate.ui.machine.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.json.TimelineJson;
import org.xstate.analysis.machine.TimelinePicture;
import org.xstate.analysis.machine.TimelineText;
import org.xstate.analysis.machine.TimelineWindow;
import org.xstate.analysis.machine.RunLine;
import org.xstate.analysis.picture.Picture;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.Timeline;
import org.xstate.ui.Exportable;
import org.xstate.ui.session.Session;

/** What the timeline hands out: as text the steps that are marked or in sight, as a picture the part that is shown. */
record TimelineExport(Optional<Session> session, Optional<Timeline> timeline, TimelineWindow window)
        implements
        Exportable {

    /** Steps that are told as text at most. */
    private static final int MOST = 2_000;

    @Override
    public Optional<String> text() {
        return session.map(one -> {
            List<Moment> history = one.read(Simulation::history);
            int first = window.selection().map(TimelineWindow.Range::from).orElse((int) window.first());
            int last = window.selection().map(TimelineWindow.Range::to)
                    .orElse((int) Math.min(history.size(), window.first() + window.steps()));
            return String.join("\n", TimelineText.lines(one.scenario(), history, first,
                    Math.min(last, first + MOST)));
        });
    }

    @Override
    public Optional<String> json() {
        return session.flatMap(one -> timeline.map(shown -> TimelineJson.document(one.scenario(), shown)));
    }

    @Override
    public Optional<Picture> picture() {
        return timeline.map(shown -> TimelinePicture.of(shown,
                new TimelineWindow(window.first(), window.scale(), window.width(), window.place(),
                        window.selection(), window.ticks(), true)));
    }

    @Override
    public String command() {
        return session.map(one -> one.read(simulation -> RunLine.of(one.scenario(), simulation))
                + " --timeline FILE.svg").orElse("");
    }
}
