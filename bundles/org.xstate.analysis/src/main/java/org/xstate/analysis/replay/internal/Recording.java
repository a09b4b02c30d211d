package org.xstate.analysis.replay.internal;

import java.util.List;

import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.analysis.replay.ReplayReport.Row;
import org.xstate.api.Finding;

/** One table of recorded rows. */
public abstract sealed class Recording permits MonitorRecording, ProcessRecording, ModifiedOptRecording {

    private final CsvTable table;

    Recording(CsvTable table) {
        this.table = table;
    }

    /** Replays every row. A row that cannot be understood is not replayed, and told as a finding. */
    public final void replay(List<Row> rows, List<Finding> findings) {
        for (CsvTable.Line line : table.lines()) {
            Row row = row(line);
            Result result;
            try {
                result = replay(line);
            } catch (BadRow e) {
                findings.add(Finding.error("replay-bad-row", e.getMessage()).at(line.where())
                        .remedy("record the row again, or remove it"));
                result = new Result.NotReplayed(e.getMessage());
            }
            rows.add(row.with(result));
        }
    }

    private Row row(CsvTable.Line line) {
        String crosscheck = line.text("crosscheck");
        return new Row(id(line), line.text("instruction"), crosscheck.isEmpty() ? Row.OK : crosscheck,
                new Result.NotReplayed(""));
    }

    String id(CsvTable.Line line) {
        return line.text("id");
    }

    abstract Result replay(CsvTable.Line line);
}
