package org.xstate.ui.machine.internal;

import java.util.Optional;

import org.xstate.analysis.json.MachineJson;
import org.xstate.analysis.machine.MachineGrid;
import org.xstate.analysis.machine.MachineReport;
import org.xstate.analysis.machine.MachineText;
import org.xstate.analysis.machine.RunLine;
import org.xstate.analysis.picture.Picture;
import org.xstate.sim.run.Position;
import org.xstate.ui.Exportable;
import org.xstate.ui.session.Session;

/** What the machine view hands out. */
record MachineExport(Optional<Session> session, Optional<MachineReport> report, MachineGrid.Options options)
        implements
        Exportable {

    @Override
    public Optional<String> text() {
        return report.map(one -> String.join("\n", MachineText.lines(one, options)));
    }

    @Override
    public Optional<String> json() {
        return report.map(MachineJson::document);
    }

    @Override
    public Optional<Picture> picture() {
        return report.map(one -> one.picture(options));
    }

    @Override
    public String command() {
        return session
                .map(one -> one.read(simulation -> RunLine.of(one.scenario(), simulation)) + " --machine "
                        + report.map(shown -> shown.snapshot().position()).map(Position::step).orElse(0))
                .orElse("");
    }
}
