package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xstate.api.Finding;

/** Findings as text: the severity and id first, then the sentence, then what to do. */
public final class FindingText {

    private static final int WIDTH = 100;
    private static final int NAMED_PLACES = 4;

    private FindingText() {
    }

    /** @param indent before each line */
    public static List<String> lines(List<Finding> findings, String indent, Style style) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : joined(findings)) {
            String word = switch (finding.severity()) {
                case ERROR -> style.error("error");
                case WARNING -> style.warning("warning");
                case NOTE -> style.dim("note");
            };
            String where = finding.where().isEmpty() ? "" : finding.where() + ": ";
            lines.add(indent + word + " " + style.bold(finding.id()));
            wrap(where + finding.message(), indent + "  ", lines);
            if (!finding.remedy().isEmpty()) {
                wrap("-> " + finding.remedy(), indent + "  ", lines);
            }
        }
        return lines;
    }

    /** One finding for all places of which the same is to be said: a core may have thousands of threads. */
    private static List<Finding> joined(List<Finding> findings) {
        Map<Finding, List<String>> places = new LinkedHashMap<>();
        for (Finding finding : findings) {
            places.computeIfAbsent(finding.at(""), _ -> new ArrayList<>()).add(finding.where());
        }
        return places.entrySet().stream().map(entry -> entry.getKey().at(where(entry.getValue()))).toList();
    }

    private static String where(List<String> places) {
        String named = String.join(", ", places.stream().filter(place -> !place.isEmpty()).limit(NAMED_PLACES)
                .toList());
        return places.size() <= NAMED_PLACES
                ? named
                : named + " and " + (places.size() - NAMED_PLACES) + " more";
    }

    private static void wrap(String text, String indent, List<String> lines) {
        Flow flow = new Flow(indent, WIDTH);
        for (String word : text.split(" ")) {
            flow.addWord(word);
        }
        flow.finish().forEach(lines::add);
    }
}
