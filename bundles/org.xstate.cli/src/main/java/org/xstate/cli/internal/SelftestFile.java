package org.xstate.cli.internal;

import org.xstate.analysis.check.TraceFile;
import org.xstate.analysis.selftest.Selftest;
import org.xstate.cli.ExitCode;
import org.xstate.sim.scenario.Scenario;

/** Writes an execution as a C file. */
final class SelftestFile {

    private SelftestFile() {
    }

    static void write(String name, Scenario scenario, TraceFile trace) {
        String text;
        try {
            text = Selftest.of(scenario, trace);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, "--save-selftest: " + scenario.name() + ": " + e.getMessage());
        }
        OutputFiles.write(name, text);
    }
}
