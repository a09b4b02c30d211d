package org.xstate.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.xstate.analysis.report.WholeFile;
import org.xstate.cli.ExitCode;

/** Writes results: whole, or not at all. */
final class OutputFiles {

    private OutputFiles() {
    }

    static void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Stop if it cannot be written */
    static void write(String name, byte[] content) {
        Path path = InputFiles.path(name);
        try {
            WholeFile.write(path, content);
        } catch (IOException e) {
            throw new Stop(ExitCode.CANNOT_WRITE, name + ": cannot be written: " + WholeFile.reason(e, path));
        }
    }
}
