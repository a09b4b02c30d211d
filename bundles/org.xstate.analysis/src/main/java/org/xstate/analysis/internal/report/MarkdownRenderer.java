package org.xstate.analysis.internal.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.xstate.api.Finding;
import org.xstate.api.Report;
import org.xstate.api.ReportRenderer;

/** Markdown with pipe tables, for issues, reviews and wikis. */
public final class MarkdownRenderer implements ReportRenderer {

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        out.append("# ").append(plain(report.title())).append('\n');
        for (Report.Subject subject : report.subjects()) {
            out.append("\n## ").append(plain(subject.name())).append("\n\n**").append(plain(subject.about()))
                    .append("**\n");
            if (!subject.findings().isEmpty()) {
                out.append('\n');
            }
            for (Finding finding : subject.findings()) {
                out.append(finding(finding)).append('\n');
            }
            for (Report.Block block : subject.blocks()) {
                out.append(block.title().isEmpty() ? "\n" : "\n### " + plain(block.title()) + "\n\n");
                switch (block) {
                    case Report.Table table -> table(table, out);
                    case Report.Lines lines -> lines(lines.lines(), out);
                }
            }
        }
    }

    private static String finding(Finding finding) {
        return "- **%s** `%s`: %s%s%s".formatted(finding.severity().word(), finding.id(),
                plain(finding.message()),
                finding.where().isEmpty() ? "" : " (" + plain(finding.where()) + ")",
                finding.remedy().isEmpty() ? "" : "; → " + plain(finding.remedy()));
    }

    private static void table(Report.Table table, Appendable out) throws IOException {
        out.append(row(table.columns())).append('\n')
                .append(row(table.columns().stream().map(_ -> "---").toList())).append('\n');
        for (List<String> cells : table.rows()) {
            out.append(row(cells.stream().map(MarkdownRenderer::plain).toList())).append('\n');
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Indented, because lines may hold any mark that could end a fenced block. */
    private static void lines(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append("    ").append(line).append('\n');
        }
    }

    /** Without what Markdown would take for a mark: names of the kernel are full of underscores, C is of stars. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
