package org.xstate.analysis.replay.internal;

import java.util.List;

import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.analysis.replay.ReplayReport.Row;
import org.xstate.api.Finding;

/** One table of recorded rows. */
public abstract sealed class Recording permits MonitorRecording, ProcessRecording, ModifiedOptRecording {

    /** Hardware recordings have no such column: all their rows count. */
    private static final String CROSSCHECK = "crosscheck";

    private final CsvTable table;

    Recording(CsvTable table) {
        this.table = table;
    }

    /**
     * Replays every row. A damaged one is not replayed, and told as a finding; one about something unknown is not
     * replayed for that reason.
     */
    public final void replay(List<Row> rows, List<Finding> findings) {
        for (CsvTable.Line line : table.lines()) {
            Row row = row(line);
            Result result;
            try {
                line.checkLength();
                result = replay(line);
            } catch (BadRow e) {
                findings.add(Finding.error("replay-bad-row", e.getMessage()).at(line.where())
                        .remedy("record the row again, or remove it"));
                result = new Result.NotReplayed(e.getMessage());
            } catch (UnsupportedRow e) {
                result = new Result.NotReplayed(e.getMessage());
            }
            rows.add(row.with(result));
        }
    }

    private Row row(CsvTable.Line line) {
        String crosscheck = table.has(List.of(CROSSCHECK)) ? line.text(CROSSCHECK) : Row.OK;
        return new Row(id(line), line.text("instruction"), crosscheck, new Result.NotReplayed(""));
    }

    String id(CsvTable.Line line) {
        return line.text("id");
    }

    abstract Result replay(CsvTable.Line line);
}
