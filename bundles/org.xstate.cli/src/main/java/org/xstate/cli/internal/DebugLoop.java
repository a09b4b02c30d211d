package org.xstate.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.debug.DebugConsole;
import org.xstate.cli.ExitCode;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;

/** {@code xstate run --debug}: reads commands and writes what the debugger says. */
final class DebugLoop {

    private DebugLoop() {
    }

    /** Stands at the beginning of the run; ends with {@code quit} or the end of the input. */
    static int run(RunReport report, Session session) {
        Simulation simulation = ScenarioRun.replayed(report.scenario(), report.file());
        simulation.moveTo(new Position(0, 0));
        DebugConsole console = new DebugConsole(report.scenario(), simulation);
        console.greeting().forEach(session.out()::println);
        // not closed: the standard input is not ours
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            while (!console.isEnded()) {
                session.out().print(DebugConsole.PROMPT);
                session.out().flush();
                String line = input.readLine();
                if (line == null) {
                    session.out().println();
                    break;
                }
                console.execute(line).forEach(session.out()::println);
            }
        } catch (IOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, "stdin: cannot be read: " + e.getMessage());
        }
        return ExitCode.CLEAN;
    }
}
