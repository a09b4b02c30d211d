import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of contents: the documents in the order in which a reader wants them; none is left out. */
final class Contents {

    private record Chapter(String title, List<String> documents) {
    }

    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter("The desktop", List.of("docs/desktop.md", "docs/glossary.md")),
            new Chapter("Commands", List.of("docs/cli.md", "docs/lint.md", "docs/answers.md", "docs/convert.md",
                    "docs/hardware-in-the-loop.md", "docs/field-reports.md", "docs/schema")),
            new Chapter("Models and proofs", List.of("docs/model-c.md", "docs/kernel-model.md", "docs/traps.md",
                    "docs/restore-policies.md", "docs/explorer.md", "docs/designs.md", "docs/search.md",
                    "docs/museum.md")),
            new Chapter("State components", List.of("docs/features/")),
            new Chapter("Plugins", List.of("docs/plugins.md", "docs/api-policy.md")),
            new Chapter("The project", List.of("docs/architecture.md", "docs/quality.md", "docs/decisions/",
                    "CONTRIBUTING.md", "LICENSE")));

    private final List<Page> left;

    Contents(List<Page> pages) {
        left = new ArrayList<>(pages.stream().filter(page -> !page.place().startsWith("examples")).toList());
        left.removeIf(page -> page.place().startsWith("docs/schema") && page.place().getNameCount() > 2);
    }

    String xml() {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <?NLS TYPE="org.eclipse.help.toc"?>
                <toc label="Xstate Workbench" topic="pages/README.html">
                """);
        take("README.md").forEach(page -> text.append(topic(page, "  ")));
        for (Chapter chapter : CHAPTERS) {
            List<Page> pages = chapter.documents().stream().flatMap(name -> take(name).stream()).toList();
            chapter(text, chapter.title(), pages);
        }
        chapter(text, "More", List.copyOf(left));
        return text.append("</toc>\n").toString();
    }

    private static void chapter(StringBuilder text, String title, List<Page> pages) {
        if (pages.isEmpty()) {
            return;
        }
        text.append("  <topic label=\"%s\">%n".formatted(Page.escaped(title)));
        pages.forEach(page -> text.append(topic(page, "    ")));
        text.append("  </topic>\n");
    }

    /** A folder's name ends with a slash and stands for all pages in it. */
    private List<Page> take(String name) {
        List<Page> taken = left.stream().filter(page -> name.endsWith("/")
                ? page.place().startsWith(name)
                : page.place().equals(Path.of(name))).toList();
        left.removeAll(taken);
        return taken;
    }

    private static String topic(Page page, String indent) {
        String href = "pages/" + Page.html(page.place());
        StringBuilder text = new StringBuilder("%s<topic href=\"%s\" label=\"%s\">%n".formatted(indent, href,
                Page.escaped(page.title())));
        for (Page.Part part : page.parts()) {
            Optional.of(part).filter(one -> one.level() == 2).ifPresent(one -> text.append(
                    "%s  <topic href=\"%s#%s\" label=\"%s\"/>%n".formatted(indent, href,
                            Page.escaped(one.anchor()), Page.escaped(one.title()))));
        }
        return text.append(indent).append("</topic>\n").toString();
    }
}
