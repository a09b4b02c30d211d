package org.xstate.cli.internal;

import java.util.List;

import org.xstate.api.Finding;

/** Findings as text: the severity and id first, then the sentence, then what to do. */
final class FindingText {

    private static final int WIDTH = 100;

    private FindingText() {
    }

    static void print(List<Finding> findings, String indent, Session session) {
        for (Finding finding : findings) {
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

    private static void wrap(String text, String indent, Session session) {
        Flow flow = new Flow(indent, WIDTH);
        for (String word : text.split(" ")) {
            flow.addWord(word);
        }
        flow.finish().forEach(session.out()::println);
    }
}
