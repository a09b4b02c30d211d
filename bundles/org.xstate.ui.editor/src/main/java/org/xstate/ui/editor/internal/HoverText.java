package org.xstate.ui.editor.internal;

import java.util.Optional;

import org.xstate.model.index.Explanation;

/** What is said about a name, in the few marks that {@link HoverPresenter} shows: bold, rule, line break. */
final class HoverText {

    private HoverText() {
    }

    static String of(Explanation one) {
        StringBuilder text = new StringBuilder();
        text.append("<b>").append(escaped(one.signature())).append("</b><br>");
        text.append(escaped(one.kind()));
        one.place().ifPresent(place -> text.append(", ").append(escaped(shortened(place))));
        if (!one.documentation().isEmpty()) {
            text.append("<br><br>").append(paragraph(one.documentation()));
        }
        if (!one.facts().isEmpty()) {
            text.append("<br><br><b>").append(escaped(Messages.hover_history)).append("</b> ")
                    .append(escaped(one.facts().text()));
        }
        return text.toString();
    }

    /** Of a path its last two parts. */
    private static String shortened(String place) {
        int last = place.lastIndexOf('/');
        int before = last < 0 ? -1 : place.lastIndexOf('/', last - 1);
        return place.startsWith("/") ? place.substring(before + 1) : place;
    }

    /** Lines of a comment, joined unless they are a list. */
    static String paragraph(String text) {
        return Optional.of(escaped(text))
                .map(plain -> plain.replace("\n\n", "<br><br>").replaceAll("\n(?=[-*] |[A-Z_]+\\t)",
                        "<br>").replace('\n', ' ').replace('\t', ' '))
                .orElseThrow();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
