package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.ModelText;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureMask;

/**
 * The texts that are not read for a processor, since it lacks a component. Whoever uses a name of theirs is told so.
 *
 * @param handlers all trap handlers, those that are read too
 */
record OtherTexts(Processor processor, List<TrapHandlerSource> handlers) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private record Unread(ModelText text, XFeatureMask missing) {
    }

    OtherTexts {
        handlers = List.copyOf(handlers);
    }

    /** A sentence about the first of these texts that declares the name; empty if none does. */
    Optional<String> explanation(String name) {
        return unread().stream().filter(unread -> declares(unread.text().text(), name)).findFirst()
                .map(unread -> {
                    String features = String.join(" and ",
                            unread.missing().numbers().mapToObj(processor.catalog()::name).toList());
                    return "it is declared by %s, which is read for scenarios with %s: add %s to features(...)"
                            .formatted(unread.text().name(), features,
                                    unread.missing().count() == 1 ? "it" : "them");
                });
    }

    private List<Unread> unread() {
        List<Unread> all = new ArrayList<>();
        for (int component : processor.catalog().mask().andNot(processor.enabled())) {
            processor.catalog().model(component).texts()
                    .forEach(text -> all.add(new Unread(text, XFeatureMask.of(component))));
        }
        for (TrapHandlerSource handler : handlers) {
            XFeatureMask missing = handler.needs().andNot(processor.enabled());
            if (!missing.isEmpty()) {
                all.add(new Unread(handler.text(), missing));
            }
        }
        return all;
    }

    /** Whether the name stands outside of all bodies, where text declares what others use, before it stands inside of one. */
    private static boolean declares(String text, String name) {
        String bare = COMMENT.matcher(text).replaceAll("");
        Matcher word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b|[{}]").matcher(bare);
        int depth = 0;
        while (word.find()) {
            switch (word.group()) {
                case "{" -> depth++;
                case "}" -> depth--;
                default -> {
                    return depth == 0 || isEnum(bare, word.start());
                }
            }
        }
        return false;
    }

    /** Whether the innermost braces around a place are those of an enum, whose constants it declares. */
    private static boolean isEnum(String text, int place) {
        int open = text.lastIndexOf('{', place);
        return text.substring(0, Math.max(open, 0)).stripTrailing().matches("(?s).*\\benum\\s*\\w*");
    }
}
