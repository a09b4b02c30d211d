package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.ModelText;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureMask;

/**
 * The texts that are not read for a processor. Whoever uses a name of theirs is told why.
 *
 * @param catalog  the xfeatures, with the policies that their providers gave them
 * @param handlers all trap handlers, those that are read too
 */
record OtherTexts(Processor processor, FeatureCatalog catalog, List<TrapHandlerSource> handlers) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** @param needs the components that it is about */
    record Unread(ModelText text, XFeatureMask needs) {
    }

    OtherTexts {
        handlers = List.copyOf(handlers);
    }

    /** A sentence about the first of these texts that declares the name; empty if none does. */
    Optional<String> explanation(String name, Predicate<ModelText> isRead) {
        return declaring(name, isRead).map(unread -> "it is declared by " + unread.text().name() + ", which "
                + reason(unread.needs()));
    }

    /** The components that a scenario would have to list for the name to be declared; none if that is not the reason. */
    XFeatureMask missing(String name, Predicate<ModelText> isRead) {
        XFeatureMask missing = declaring(name, isRead)
                .map(unread -> unread.needs().andNot(processor.enabled()))
                .orElse(XFeatureMask.NONE);
        return missing.and(processor.features()).isEmpty() ? missing : XFeatureMask.NONE;
    }

    private Optional<Unread> declaring(String name, Predicate<ModelText> isRead) {
        return unread(isRead).stream().filter(unread -> declares(unread.text().text(), name)).findFirst();
    }

    /** The texts that are not among those that are read. */
    List<Unread> unread(Predicate<ModelText> isRead) {
        return all().stream().filter(unread -> !isRead.test(unread.text())).toList();
    }

    private String reason(XFeatureMask needs) {
        XFeatureMask missing = needs.andNot(processor.enabled());
        XFeatureMask unused = missing.and(processor.features());
        if (missing.isEmpty()) {
            return "is left out: it is about another restore policy than the one that is chosen for "
                    + names(needs);
        }
        if (unused.isEmpty()) {
            return "is read for scenarios with %s: add %s to features(...)".formatted(names(missing),
                    missing.count() == 1 ? "it" : "them");
        }
        return "is read where the kernel enables %s, and this one does not: set a policy(...) for it"
                .formatted(names(unused));
    }

    private String names(XFeatureMask mask) {
        return String.join(" and ", mask.numbers().mapToObj(catalog::name).toList());
    }

    private List<Unread> all() {
        List<Unread> all = new ArrayList<>();
        for (int component : catalog.mask()) {
            catalog.model(component).texts()
                    .forEach(text -> all.add(new Unread(text, XFeatureMask.of(component))));
        }
        handlers.forEach(handler -> all.add(new Unread(handler.text(), handler.needs())));
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
