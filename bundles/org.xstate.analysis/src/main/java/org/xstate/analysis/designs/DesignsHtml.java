package org.xstate.analysis.designs;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.designs.DesignMatrix.Change;
import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.analysis.svg.SvgText;

/** A matrix as one page that refers to nothing outside of it, holds no script, is light or dark, and prints well. */
public final class DesignsHtml {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --soft: #8882; --ok: #d9efdc; --okText: #1c5c2b;
              --lost: #f6cfcd; --lostText: #8c1219; --shown: #fbe3b8; --shownText: #6d4500; }
            @media (prefers-color-scheme: dark) { :root { --ok: #1d3a25; --okText: #9fe0ae; --lost: #4e1c1e;
              --lostText: #ffb3ae; --shown: #45340f; --shownText: #ffd488; } }
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 96em; margin: 2em auto; padding: 0 1.5em; }
            h1 { font-size: 1.5em; margin-bottom: .2em; } h2 { font-size: 1.15em; margin: 2em 0 .5em; }
            p { margin: .3em 0; } .scroll { overflow-x: auto; }
            table { border-collapse: separate; border-spacing: 3px 2px; font-size: .92em; }
            th { text-align: left; font-weight: 600; padding: .1em .4em; vertical-align: bottom; }
            th[scope=row] { font-family: ui-monospace, monospace; white-space: nowrap; }
            td { padding: 0 .4em; white-space: nowrap; } td.about { opacity: .8; }
            .cell { display: inline-grid; grid-template-columns: repeat(4, 2.1em); gap: 1px; }
            .cell span { font: .85em/1.5 ui-monospace, monospace; text-align: center; border-radius: 2px; }
            .ok { background: var(--ok); color: var(--okText); } .lost { background: var(--lost); color: var(--lostText);
              font-weight: 700; } .shown { background: var(--shown); color: var(--shownText); font-weight: 700; }
            .na { background: repeating-linear-gradient(135deg, var(--soft) 0 2px, transparent 2px 6px); opacity: .8; }
            .key span { padding: 0 .5em; border-radius: 2px; margin-right: .3em; font-family: ui-monospace, monospace; }
            details { margin: .3em 0; } summary { cursor: pointer; } code { font-family: ui-monospace, monospace; }
            .full td { border-bottom: 1px solid var(--soft); } .group { border-left: 2px solid var(--line); }
            @media print { body { margin: 0; max-width: none; font-size: 11px; } details { break-inside: avoid; } }
            """;

    private final DesignMatrix matrix;
    private final StringBuilder out = new StringBuilder();

    private DesignsHtml(DesignMatrix matrix) {
        this.matrix = matrix;
    }

    /** @param changes what differs from the standard harness; empty if nothing does, or it is the standard one */
    public static String page(DesignMatrix matrix, List<Change> changes) {
        DesignsHtml html = new DesignsHtml(matrix);
        html.all(changes);
        return html.out.toString();
    }

    private void all(List<Change> changes) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>Designs: who may change one component, and how</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        head();
        key();
        table();
        changes(changes);
        out.append("<h2>Each design, cell by cell</h2>\n");
        matrix.designs().forEach(this::detail);
        out.append("</body>\n</html>\n");
    }

    private void head() {
        List<String> judged = matrix.designs().stream().map(Design::id)
                .filter(id -> !matrix.rows(id).isEmpty()).toList();
        long right = judged.stream().filter(matrix::isRight).count();
        out.append("<h1>").append(right).append(" of ").append(judged.size())
                .append(" designs are right in every case that they serve</h1>\n<p>updated (f) <code>")
                .append(text(matrix.subject().updated())).append("</code>, bystander (g) <code>")
                .append(text(matrix.subject().bystander())).append("</code>");
        matrix.machine().ifPresent(machine -> {
            out.append(" · kernel ").append(text(machine.kernel())).append(" · ")
                    .append(text(machine.profile()));
            machine.knobs().forEach((knob, value) -> out.append(" · <code>").append(text(knob + "=" + value))
                    .append("</code>"));
        });
        out.append("</p>\n");
    }

    private void key() {
        out.append(
                "<p class=\"key\"><span class=\"ok\">ok</span> <span class=\"lost\">f</span>the update is lost "
                        + "<span class=\"lost\">g</span>the other component is lost "
                        + "<span class=\"shown\">s</span>the caller is shown a stale value "
                        + "<span class=\"shown\">!</span>the caller is shown garbage "
                        + "<span class=\"lost\">x</span>ends in a BUG_ON or the like "
                        + "<span class=\"na\">–</span>not served</p>\n<p>The four fields of a cell are the continuations ")
                .append(text(String.join(", ", matrix.continuations())))
                .append("; each field tells its cost when pointed at.</p>\n");
    }

    private void table() {
        out.append("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">design</th>");
        matrix.entries().forEach(
                entry -> out.append("<th scope=\"col\">").append(text(entry)).append("</th>"));
        out.append("<th scope=\"col\">what it is</th></tr></thead>\n<tbody>\n");
        for (Design design : matrix.designs()) {
            if (matrix.rows(design.id()).isEmpty()) {
                continue;
            }
            out.append("<tr><th scope=\"row\"><a href=\"#").append(text(anchor(design))).append("\">")
                    .append(text(design.id())).append("</a></th>");
            for (String entry : matrix.entries()) {
                out.append("<td><span class=\"cell\">");
                matrix.rows(design.id(), entry).forEach(this::field);
                out.append("</span></td>");
            }
            out.append("<td class=\"about\">").append(text(design.summary())).append("</td></tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private static String anchor(Design design) {
        return "design-" + design.id();
    }

    private void field(DesignRow row) {
        out.append("<span class=\"").append(shade(row)).append("\" title=\"").append(text(title(row)))
                .append("\">").append(text(CellMark.of(List.of(row)))).append("</span>");
    }

    private static String shade(DesignRow row) {
        if (!row.isServed()) {
            return "na";
        }
        if (row.updated() == Kept.LOST || row.bystander() == Kept.LOST) {
            return "lost";
        }
        return row.isRight() ? "ok" : "shown";
    }

    private static String title(DesignRow row) {
        String cell = row.design() + " in " + row.entry() + " with " + row.continuation() + ": ";
        return cell + row.reason().or(() -> row.cost().map(CellMark::costInWords)).orElse("");
    }

    private void changes(List<Change> changes) {
        List<Change> verdicts = changes.stream().filter(Change::isVerdict).toList();
        if (changes.isEmpty()) {
            return;
        }
        out.append("<h2>Against the standard harness: ").append(verdicts.size())
                .append(" cells come out differently, ").append(changes.size() - verdicts.size())
                .append(" differ in cost</h2>\n<table>\n<thead><tr><th scope=\"col\">design</th>"
                        + "<th scope=\"col\">case</th><th scope=\"col\">then</th><th scope=\"col\">standard</th>"
                        + "<th scope=\"col\">here</th></tr></thead>\n<tbody>\n");
        for (Change change : verdicts) {
            out.append("<tr><th scope=\"row\">").append(text(change.after().design())).append("</th><td>")
                    .append(text(change.after().entry())).append("</td><td>")
                    .append(text(change.after().continuation())).append("</td><td><span class=\"cell\">");
            field(change.before());
            out.append("</span></td><td><span class=\"cell\">");
            field(change.after());
            out.append("</span></td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private void detail(Design design) {
        List<DesignRow> rows = matrix.rows(design.id());
        if (rows.isEmpty()) {
            return;
        }
        out.append("<details id=\"").append(text(anchor(design))).append("\"><summary><code>")
                .append(text(design.id())).append("</code> ").append(text(design.summary()))
                .append("</summary>\n<div class=\"scroll\"><table class=\"full\">\n<thead><tr>"
                        + "<th scope=\"col\">case</th><th scope=\"col\">then</th><th scope=\"col\">verdict</th>"
                        + "<th scope=\"col\">update</th><th scope=\"col\">other</th><th scope=\"col\">old value shown</th>"
                        + "<th scope=\"col\">cost, or why not</th></tr></thead>\n<tbody>\n");
        for (DesignRow row : rows) {
            out.append("<tr><th scope=\"row\">").append(text(row.entry())).append("</th><td>")
                    .append(text(row.continuation())).append("</td><td><span class=\"cell\">");
            field(row);
            out.append("</span></td><td>").append(row.updated().word()).append("</td><td>")
                    .append(row.bystander().word()).append("</td><td>").append(row.shown().word())
                    .append("</td><td>")
                    .append(text(why(row))).append("</td></tr>\n");
        }
        out.append("</tbody>\n</table></div>\n</details>\n");
    }

    private static String why(DesignRow row) {
        Optional<String> cost = row.cost().map(CellMark::costInWords);
        return row.reason().or(() -> cost).orElse("");
    }

    private static String text(String text) {
        return SvgText.escape(text);
    }
}
