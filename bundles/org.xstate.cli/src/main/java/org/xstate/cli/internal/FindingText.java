package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xstate.api.Finding;

/** Findings as text: the severity and id first, then the sentence, then what to do. */
final class FindingText {

    private static final int WIDTH = 100;
    private static final int NAMED_PLACES = 4;

    private FindingText() {
    }

    static void print(List<Finding> findings, String indent, Session session) {
        for (Finding finding : joined(findings)) {
            Style style = session.style();
            String word = switch (finding.severity()) {
                case ERROR -> style.error("error");
                case WARNING -> style.warning("warning");
                case NOTE -> style.dim("note");
            };
            String where = finding.where().isEmpty() ? "" : finding.where() + ": ";
            session.out().println(indent + word + " " + style.bold(finding.id()));
            wrap(where + finding.message(), indent + "  ", session);
            if (!finding.remedy().isEmpty()) {
                wrap("-> " + finding.remedy(), indent + "  ", session);
            }
        }
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

    private static void wrap(String text, String indent, Session session) {
        Flow flow = new Flow(indent, WIDTH);
        for (String word : text.split(" ")) {
            flow.addWord(word);
        }
        flow.finish().forEach(session.out()::println);
    }
}
