package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.museum.Museum;
import org.xstate.analysis.museum.MuseumEntry;
import org.xstate.analysis.museum.MuseumEntry.Form;
import org.xstate.check.Verdict;

/** A museum for a reader: the catalogue, and one entry with what came of running it. */
public final class MuseumText {

    private static final String NOT_KNOWN = "-";
    private static final int LABEL = 11;

    private MuseumText() {
    }

    /** One entry a line; a title that does not fit goes on below. */
    public static List<String> list(Museum museum, String folder, Style style) {
        List<List<String>> rows = museum.entries().stream().map(entry -> List.of(entry.id(), releases(entry),
                entry.cves().isEmpty() ? NOT_KNOWN : String.join(", ", entry.cves()), entry.title()))
                .toList();
        List<String> lines = new ArrayList<>(
                flowing("", List.of("id", "fixed", "CVE", "what went wrong"), rows, style));
        lines.add("");
        lines.add("%s in %s; with an ID: its story, its verdicts, and how it comes about"
                .formatted(museum.entries().size() == 1 ? "1 entry" : museum.entries().size() + " entries",
                        folder));
        return lines;
    }

    /** A table whose last column goes on below where it does not fit. */
    private static List<String> flowing(String indent, List<String> heads, List<List<String>> rows,
            Style style) {
        int last = heads.size() - 1;
        int[] widths = IntStream.range(0, last).map(column -> Stream.concat(Stream.of(heads), rows.stream())
                .mapToInt(row -> row.get(column).length()).max().orElseThrow()).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(style.dim(indent + cells(heads, widths) + heads.get(last)));
        for (List<String> row : rows) {
            Flow flow = new Flow(indent + cells(row, widths), TraceText.WIDTH);
            List.of(row.get(last).split(" ")).forEach(flow::addWord);
            lines.addAll(flow.finish());
        }
        return lines;
    }

    private static String cells(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString();
    }

    private static String releases(MuseumEntry entry) {
        String releases = entry.fixes().stream().flatMap(fix -> fix.release().stream()).distinct()
                .collect(Collectors.joining(", "));
        return releases.isEmpty() ? NOT_KNOWN : releases;
    }

    /** @param first whether nothing was printed before it */
    public static List<String> entry(MuseumEntry entry, Map<String, CheckReport> reports, boolean first,
            Style style) {
        List<String> lines = new ArrayList<>();
        if (!first) {
            lines.add("");
        }
        lines.add(style.bold(entry.id()) + "  " + entry.title());
        for (String paragraph : entry.story()) {
            lines.add("");
            CheckText.wrap(lines, "  ", paragraph);
        }
        lines.add("");
        entry.fixes().forEach(fix -> labelled(lines, "fixed by",
                parts(fix.commit().orElse("no commit is known"), fix.release())
                        + fix.subject().map(subject -> ": " + subject).orElse("")));
        entry.since().forEach(origin -> labelled(lines, "since",
                Stream.of(origin.commit(), origin.release()).flatMap(Optional::stream)
                        .collect(Collectors.joining(", "))));
        entry.cves().forEach(cve -> labelled(lines, "CVE", cve));
        labelled(lines, "file", entry.file());
        lines.add("");
        lines.addAll(forms(entry, reports, style));
        Optional.ofNullable(reports.get(entry.bad().scenario()))
                .filter(report -> report.verdict() == Verdict.VIOLATED).ifPresent(report -> {
                    lines.add("");
                    lines.addAll(CheckText.lines(report, style));
                });
        return lines;
    }

    private static String parts(String commit, Optional<String> release) {
        return commit + release.map(name -> ", " + name).orElse("");
    }

    private static void labelled(List<String> lines, String label, String text) {
        CheckText.wrap(lines, "  " + label + " ".repeat(LABEL - label.length()), text);
    }

    private static List<String> forms(MuseumEntry entry, Map<String, CheckReport> reports, Style style) {
        List<List<String>> rows = new ArrayList<>();
        for (Form form : entry.forms()) {
            Optional<CheckReport> report = Optional.ofNullable(reports.get(form.scenario()));
            String verdict = report.map(MuseumText::verdict).orElse(NOT_KNOWN);
            boolean right = report.map(one -> form.expected().isPresent()
                    ? one.asExpected()
                    : one.verdict() == Verdict.HOLDS).orElse(true);
            rows.add(List.of(form.scenario(), form.kernel().orElse(NOT_KNOWN),
                    right ? verdict : verdict + ", expected " + form.expected().orElse("holds"),
                    report.map(one -> "%,d".formatted(one.states())).orElse(NOT_KNOWN), difference(form)));
        }
        return flowing("  ", List.of("form", "kernel", "verdict", "states", "what is different"), rows,
                style);
    }

    private static String verdict(CheckReport report) {
        return report.property().map(property -> "violates " + property)
                .orElseGet(() -> CheckText.word(report));
    }

    /** Claims that are switched off are about the trace, not about the kernel. */
    private static String difference(Form form) {
        String knobs = form.changed().entrySet().stream().filter(knob -> !knob.getKey().startsWith("check_"))
                .map(knob -> knob.getKey() + " = " + knob.getValue()).collect(Collectors.joining(", "));
        return switch (form.kind()) {
            case GOOD -> knobs.isEmpty() ? "with the fix" : knobs;
            case WITHOUT_FIX -> knobs.isEmpty() ? "without the fix" : knobs;
            case HISTORIC -> knobs.isEmpty() ? "the release" : "the release, " + knobs;
        };
    }
}
