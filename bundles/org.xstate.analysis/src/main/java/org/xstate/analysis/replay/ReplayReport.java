package org.xstate.analysis.replay;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.Severity;

/**
 * What came of replaying one directory of recorded vectors.
 *
 * @param source   the directory as it was named
 * @param rows     every row that was read, in file order
 * @param findings what is wrong with the recording itself; one of severity error means that it could not be replayed, or
 *                 not in full
 */
public record ReplayReport(String source, List<Row> rows, List<Finding> findings) {

    /**
     * One recorded instruction.
     *
     * @param id          as recorded
     * @param instruction as recorded
     * @param crosscheck  what the recording says of its own trustworthiness: {@code ok}, or why it is doubtful
     * @param result      of the replay
     */
    public record Row(String id, String instruction, String crosscheck, Result result) {
        /** The value of {@link #crosscheck} for a row that counts. */
        public static final String OK = "ok";

        public Row {
            Objects.requireNonNull(id);
            Objects.requireNonNull(instruction);
            Objects.requireNonNull(crosscheck);
            Objects.requireNonNull(result);
        }

        /** Whether the row decides anything; the recording marks the others as doubtful. */
        public boolean counts() {
            return crosscheck.equals(OK);
        }

        /** The same row with what the replay made of it. */
        public Row with(Result other) {
            return new Row(id, instruction, crosscheck, other);
        }
    }

    /** Agreement of model and recording. */
    public sealed interface Result {
        /** Every recorded byte and value agrees. */
        record Agrees() implements Result {
        }

        /**
         * Something differs.
         *
         * @param what        what was expected and what came
         * @param explanation a known deviation of the recording processor under which the row agrees; empty if there is
         *                    none
         */
        record Differs(String what, Optional<String> explanation) implements Result {
            public Differs {
                Objects.requireNonNull(what);
                Objects.requireNonNull(explanation);
            }
        }

        /** It could not be replayed. @param reason why */
        record NotReplayed(String reason) implements Result {
        }
    }

    public ReplayReport {
        Objects.requireNonNull(source);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** A recording of which nothing could be read. */
    static ReplayReport unusable(String source, List<Finding> findings) {
        return new ReplayReport(source, List.of(), findings);
    }

    /** Whether the recording could be read in full. */
    public boolean usable() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Rows that count and agree. */
    public int passed() {
        return (int) rows.stream().filter(row -> row.counts() && row.result() instanceof Result.Agrees)
                .count();
    }

    /** Rows that count and differ. */
    public int failed() {
        return failures().size();
    }

    /** Rows that count and could not be replayed. */
    public int skipped() {
        return (int) rows.stream()
                .filter(row -> row.counts() && row.result() instanceof Result.NotReplayed).count();
    }

    /** Rows that the recording marks as doubtful. */
    public int excluded() {
        return (int) rows.stream().filter(row -> !row.counts()).count();
    }

    /** Doubtful rows that agree all the same. */
    public int excludedAgreeing() {
        return (int) rows.stream().filter(row -> !row.counts() && row.result() instanceof Result.Agrees)
                .count();
    }

    /** Rows that count and differ, in file order. */
    public List<Row> failures() {
        return rows.stream().filter(row -> row.counts() && row.result() instanceof Result.Differs).toList();
    }
}
