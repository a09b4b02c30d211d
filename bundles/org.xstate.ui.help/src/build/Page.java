import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** One document, or another file that a document names, as a page of the help. Places are relative to the checkout. */
final class Page {

    /** A part of a document that can be led to. @param level of the heading, from 1 */
    record Part(int level, String title, String anchor) {
    }

    /** A link as it is written. @param place of what it names @param anchor empty without one */
    private record Target(String written, Path place, String anchor) {
    }

    /** What every distribution has; a link to anything else becomes text. */
    private static final List<String> SHIPPED = List.of("docs", "examples", "README.md", "LICENSE",
            "CONTRIBUTING.md");

    private final Path place;
    private final String body;
    private final List<Part> parts = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Path root;

    private Page(Path root, Path place) throws IOException {
        this.root = root;
        this.place = place;
        Path file = root.resolve(place);
        if (Files.isDirectory(file)) {
            body = folder(file);
        } else if (place.toString().endsWith(".md")) {
            body = document(Files.readString(file));
        } else {
            parts.add(new Part(1, place.toString(), ""));
            body = "<h1>" + escaped(place.toString()) + "</h1>\n<pre><code>"
                    + escaped(Files.readString(file)) + "</code></pre>\n";
        }
    }

    static Page of(Path root, Path place) {
        try {
            return new Page(root, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the page of a file lies. */
    static String html(Path place) {
        String name = place.toString();
        return (name.endsWith(".md") ? name.substring(0, name.length() - 3) : name) + ".html";
    }

    Path place() {
        return place;
    }

    List<Part> parts() {
        return parts;
    }

    String title() {
        return parts.isEmpty() ? place.toString() : parts.getFirst().title();
    }

    List<Path> targets() {
        return targets.stream().map(Target::place).toList();
    }

    List<String> broken(Map<Path, Page> pages) {
        return targets.stream().filter(target -> !leadsSomewhere(target, pages))
                .map(target -> place + ": " + target.written()).toList();
    }

    private boolean leadsSomewhere(Target target, Map<Path, Page> pages) {
        if (target.anchor().isEmpty()) {
            return Files.exists(root.resolve(target.place()));
        }
        return Optional.ofNullable(pages.get(target.place()))
                .filter(page -> page.parts.stream().anyMatch(part -> part.anchor().equals(target.anchor())))
                .isPresent();
    }

    String html() {
        String up = "../".repeat(place.getNameCount() - 1);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta http-equiv="Content-Type" content="text/html; charset=utf-8">
                <title>%s</title>
                <link rel="stylesheet" href="%shelp.css">
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title()), up, body);
    }

    private String folder(Path folder) throws IOException {
        parts.add(new Part(1, place.toString(), ""));
        try (Stream<Path> files = Files.list(folder)) {
            String rows = files.filter(Files::isRegularFile).map(root::relativize).sorted().map(file -> {
                targets.add(new Target(file.toString(), file, ""));
                return "<li><a href=\"%s\">%s</a></li>%n".formatted(relative(file), file.getFileName());
            }).collect(Collectors.joining());
            return "<h1>" + escaped(place.toString()) + "</h1>\n<ul>\n" + rows + "</ul>\n";
        }
    }

    private String document(String text) {
        var extensions = List.of(TablesExtension.create());
        Node document = Parser.builder().extensions(extensions).build().parse(text);
        Map<Node, String> anchors = anchors(document);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                resolve(link.getDestination()).ifPresentOrElse(link::setDestination, () -> unwrap(link));
            }

            @Override
            public void visit(Image image) {
                resolve(image.getDestination()).ifPresent(image::setDestination);
            }
        });
        return HtmlRenderer.builder().extensions(extensions).attributeProviderFactory(
                context -> (node, tag, attributes) -> Optional.ofNullable(anchors.get(node))
                        .ifPresent(anchor -> attributes.put("id", anchor)))
                .build().render(document);
    }

    /** As the forges make them, since the documents link to them. */
    private Map<Node, String> anchors(Node document) {
        Map<Node, String> anchors = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String title = text(heading);
                String anchor = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                String unique = before == 0 ? anchor : anchor + "-" + before;
                anchors.put(heading, unique);
                parts.add(new Part(heading.getLevel(), title, unique));
            }
        });
        return anchors;
    }

    private static String text(Node heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** Where a link leads on the pages; empty if it leads to what is no page. */
    private Optional<String> resolve(String written) {
        if (written.matches("[a-z]+:.*")) {
            return Optional.of(written);
        }
        String path = written.replaceFirst("#.*", "");
        String anchor = written.contains("#") ? written.substring(written.indexOf('#') + 1) : "";
        Path named = path.isEmpty() ? place : place.resolveSibling(path).normalize();
        if (SHIPPED.stream().noneMatch(named::startsWith)) {
            if (!Files.exists(root.resolve(named))) {
                throw new IllegalStateException(place + " names " + written + ", which is not there");
            }
            return Optional.empty();
        }
        Path readme = named.resolve("README.md");
        Path target = Files.exists(root.resolve(readme)) ? readme : named;
        targets.add(new Target(written, target, anchor));
        return Optional.of(relative(target) + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    private String relative(Path target) {
        String name = target.toString();
        String page = name.endsWith(".svg") || name.endsWith(".png") ? name : html(target);
        return "../".repeat(place.getNameCount() - 1) + page;
    }

    private static void unwrap(Link link) {
        Node child = link.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
