package org.xstate.ui.help.internal.pages;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.xstate.ui.help.internal.Messages;

/** The contents of all books on the left, with a search; the page that is read on the right. */
final class FrontPage {

    private static final String STYLE = """
            <style>
            body { max-width: none; margin: 0; padding: 0; display: grid; grid-template-columns: 21rem 1fr; height: 100vh; }
            nav { overflow-y: auto; padding: 1rem; border-right: 1px solid var(--line); font-size: 0.95em; }
            nav ul { list-style: none; margin: 0.2em 0; padding-left: 1.1em; }
            nav a { text-decoration: none; }
            nav input { width: 100%; box-sizing: border-box; padding: 0.3em; font: inherit; }
            iframe { width: 100%; height: 100%; border: 0; }
            </style>
            """;

    private FrontPage() {
    }

    /** @param topic the address of what is shown first: {@code /bundle/path}; else the first book's page */
    static String html(String root, Optional<String> topic) {
        IToc[] books = HelpSystem.getTocs();
        String first = topic.filter(href -> href.startsWith("/"))
                .orElseGet(() -> Stream.of(books).map(book -> book.getTopic(null)).map(IHelpResource::getHref)
                        .findFirst().orElse(""));
        String contents = Stream.of(books)
                .map(book -> "<h3>" + Html.escaped(book.getLabel()) + "</h3>" + list(root, book.getTopics()))
                .collect(Collectors.joining());
        return Html.page(Messages.help_title, """
                %s<nav>
                <form action="search" target="page" role="search"><input type="search" name="phrase"
                 placeholder="%s" aria-label="%s" accesskey="s"></form>
                %s</nav>
                <iframe name="page" title="%s" src="%s"></iframe>
                """.formatted(STYLE, Messages.help_search, Messages.help_search, contents, Messages.help_page,
                Html.escaped(address(root, first))));
    }

    private static String list(String root, ITopic[] topics) {
        if (topics.length == 0) {
            return "";
        }
        return Stream.of(topics).map(topic -> "<li>" + entry(root, topic) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String entry(String root, ITopic topic) {
        String label = Html.escaped(topic.getLabel());
        String link = Optional.ofNullable(topic.getHref()).map(href -> "<a target=\"page\" href=\"%s\">%s</a>"
                .formatted(Html.escaped(address(root, href)), label)).orElse(label);
        ITopic[] below = topic.getSubtopics();
        if (below.length == 0) {
            return link;
        }
        // chapters are open, the parts of a document are not
        String open = topic.getHref() == null ? " open" : "";
        return "<details%s><summary>%s</summary>%s</details>".formatted(open, link, list(root, below));
    }

    static String address(String root, String href) {
        return root + "/topic" + href;
    }
}
