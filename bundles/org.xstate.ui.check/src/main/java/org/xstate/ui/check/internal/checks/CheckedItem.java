package org.xstate.ui.check.internal.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.TraceFile;

/** The answer about one scenario, fresh or from a file of results. Two of them are equal if they are the same one. */
public final class CheckedItem {

    private final CheckRun run;
    private final Path file;
    private final CheckSummary summary;
    private final Content content;
    private final Instant when;

    /**
     * What is shown of an answer.
     *
     * @param text   the report as the command prints it
     * @param trace  of the counterexample
     * @param report as long as it was not read from a file; its files are named as they were loaded
     * @param before the answer before this one
     */
    public record Content(List<String> text, Optional<TraceFile> trace, Optional<CheckReport> report,
            Optional<CheckSummary> before) {
        public Content {
            text = List.copyOf(text);
            Objects.requireNonNull(trace);
            Objects.requireNonNull(report);
            Objects.requireNonNull(before);
        }
    }

    /** @param file that was checked, absolute @param when it was done */
    CheckedItem(CheckRun run, Path file, CheckSummary summary, Content content, Instant when) {
        this.run = Objects.requireNonNull(run);
        this.file = Objects.requireNonNull(file);
        this.summary = Objects.requireNonNull(summary);
        this.content = Objects.requireNonNull(content);
        this.when = Objects.requireNonNull(when);
    }

    public CheckRun run() {
        return run;
    }

    public Path file() {
        return file;
    }

    public CheckSummary summary() {
        return summary;
    }

    public Content content() {
        return content;
    }

    public Instant when() {
        return when;
    }

    /** Whether the file is younger than the answer; a file that is gone is not. */
    public boolean isOutdated() {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(when);
        } catch (IOException e) {
            return false;
        }
    }

    /** As {@code xstate check --json} prints it. */
    public String document() {
        return ResultStore.document(this);
    }
}
