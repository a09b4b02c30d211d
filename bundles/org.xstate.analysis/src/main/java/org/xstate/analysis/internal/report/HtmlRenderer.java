package org.xstate.analysis.internal.report;

import java.io.IOException;
import java.util.List;

import org.xstate.analysis.svg.SvgText;
import org.xstate.api.Finding;
import org.xstate.api.Report;
import org.xstate.api.ReportRenderer;
import org.xstate.api.Severity;

/** One HTML file that refers to nothing outside of it, holds no script, and prints well. */
public final class HtmlRenderer implements ReportRenderer {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --soft: #8881; --error: #c0272d; --warning: #a86500;
              --note: #3a6ea5; --good: #2b7a3d; }
            @media (prefers-color-scheme: dark) {
              :root { --error: #ff8a80; --warning: #ffb74d; --note: #90caf9; --good: #81c784; } }
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 90em; margin: 2em auto; padding: 0 1.5em; }
            h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 2.2em; border-top: 1px solid var(--line);
              padding-top: .8em; } h3 { font-size: 1em; margin: 1.4em 0 .4em; }
            table { border-collapse: collapse; font-size: .92em; }
            th, td { text-align: left; vertical-align: top; padding: .15em .8em .15em 0;
              border-bottom: 1px solid var(--soft); overflow-wrap: anywhere; }
            td { font-family: ui-monospace, monospace; font-size: .95em; }
            .scroll, pre { overflow-x: auto; } pre { background: var(--soft); padding: .6em .8em; }
            ul.findings { list-style: none; padding: 0; } ul.findings li { border-left: 4px solid; padding: 0 0 0 .8em;
              margin: .6em 0; } .findings li > * { color: CanvasText; }
            .error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
            .none { color: var(--good); } .where { opacity: .75; }
            """;

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(text(report.title())).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>").append(text(report.title())).append("</h1>\n");
        if (report.subjects().size() > 1) {
            contents(report.subjects(), out);
        }
        for (int i = 0; i < report.subjects().size(); i++) {
            subject(report.subjects().get(i), i + 1, out);
        }
        out.append("</body>\n</html>\n");
    }

    private static void contents(List<Report.Subject> subjects, Appendable out) throws IOException {
        out.append("<nav><table>\n<thead><tr><th scope=\"col\">subject</th><th scope=\"col\">result</th>")
                .append("<th scope=\"col\">findings</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < subjects.size(); i++) {
            Report.Subject subject = subjects.get(i);
            out.append("<tr><td><a href=\"#s").append(Integer.toString(i + 1)).append("\">")
                    .append(text(subject.name())).append("</a></td><td class=\"").append(shade(subject))
                    .append("\">").append(text(subject.about())).append("</td><td>")
                    .append(text(Tally.words(subject))).append("</td></tr>\n");
        }
        out.append("</tbody></table></nav>\n");
    }

    private static String shade(Report.Subject subject) {
        return Tally.worst(subject).map(Severity::word).orElse("none");
    }

    private static void subject(Report.Subject subject, int number, Appendable out) throws IOException {
        out.append("<section id=\"s").append(Integer.toString(number)).append("\">\n<h2>")
                .append(text(subject.name())).append("</h2>\n<p class=\"").append(shade(subject))
                .append("\"><strong>").append(text(subject.about())).append("</strong></p>\n");
        if (!subject.findings().isEmpty()) {
            out.append("<ul class=\"findings\">\n");
            for (Finding finding : subject.findings()) {
                finding(finding, out);
            }
            out.append("</ul>\n");
        }
        for (Report.Block block : subject.blocks()) {
            if (!block.title().isEmpty()) {
                out.append("<h3>").append(text(block.title())).append("</h3>\n");
            }
            switch (block) {
                case Report.Table table -> table(table, out);
                case Report.Lines lines ->
                    out.append("<pre>").append(text(String.join("\n", lines.lines()))).append("</pre>\n");
            }
        }
        out.append("</section>\n");
    }

    private static void finding(Finding finding, Appendable out) throws IOException {
        out.append("<li class=\"").append(finding.severity().word()).append("\"><strong class=\"")
                .append(finding.severity().word()).append("\">").append(finding.severity().word())
                .append("</strong> <code>").append(text(finding.id())).append("</code> <span>")
                .append(text(finding.message())).append("</span>");
        if (!finding.where().isEmpty()) {
            out.append(" <span class=\"where\">").append(text(finding.where())).append("</span>");
        }
        if (!finding.remedy().isEmpty()) {
            out.append("<br><span>→ ").append(text(finding.remedy())).append("</span>");
        }
        out.append("</li>\n");
    }

    private static void table(Report.Table table, Appendable out) throws IOException {
        out.append("<div class=\"scroll\"><table>\n");
        if (table.columns().stream().anyMatch(column -> !column.isEmpty())) {
            out.append("<thead><tr>");
            for (String column : table.columns()) {
                out.append("<th scope=\"col\">").append(text(column)).append("</th>");
            }
            out.append("</tr></thead>\n");
        }
        out.append("<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (String cell : row) {
                out.append("<td>").append(text(cell)).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
    }

    private static String text(String text) {
        return SvgText.escape(text);
    }
}
