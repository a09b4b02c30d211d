package org.xstate.analysis.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Finding;
import org.xstate.api.Report;
import org.xstate.api.ReportRenderer;

/** Plain text in columns, for a terminal or a mail. */
public final class TextRenderer implements ReportRenderer {

    @Override
    public String format() {
        return "text";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        out.append(report.title()).append('\n');
        for (Report.Subject subject : report.subjects()) {
            out.append('\n').append(subject.name()).append("   ").append(subject.about()).append('\n');
            for (Finding finding : subject.findings()) {
                out.append("  ").append(finding.severity().word()).append(' ').append(finding.id());
                out.append(finding.where().isEmpty() ? "" : ", " + finding.where()).append("\n    ")
                        .append(finding.message()).append('\n');
                out.append(finding.remedy().isEmpty() ? "" : "    -> " + finding.remedy() + "\n");
            }
            for (Report.Block block : subject.blocks()) {
                out.append(block.title().isEmpty() ? "\n" : "\n  " + block.title() + "\n");
                switch (block) {
                    case Report.Table table -> table(table, out);
                    case Report.Lines lines -> {
                        for (String line : lines.lines()) {
                            out.append("  ").append(line).append('\n');
                        }
                    }
                }
            }
        }
    }

    private static void table(Report.Table table, Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        if (table.columns().stream().anyMatch(column -> !column.isEmpty())) {
            rows.add(table.columns());
        }
        rows.addAll(table.rows());
        int[] widths = new int[table.columns().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
