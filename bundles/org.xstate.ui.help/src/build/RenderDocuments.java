import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes help pages of the documents of the checkout, and their table of contents. Run by the build:
 * {@code java -cp COMMONMARK RenderDocuments.java ROOT OUTPUT}. It begins with the README and everything in {@code docs},
 * and follows links to the files that every distribution has; a link that leads nowhere fails the build.
 */
public final class RenderDocuments {

    private static final List<String> PICTURES = List.of(".svg", ".png");

    private final Path root;
    private final Path output;
    private final Map<Path, Page> pages = new TreeMap<>();
    private final Deque<Path> waiting = new ArrayDeque<>();

    private RenderDocuments(Path root, Path output) {
        this.root = root;
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException {
        new RenderDocuments(Path.of(arguments[0]).toRealPath(), Path.of(arguments[1])).run();
    }

    private void run() throws IOException {
        try (Stream<Path> documents = Files.walk(root.resolve("docs"))) {
            waiting.add(Path.of("README.md"));
            documents.filter(file -> file.toString().endsWith(".md")).map(root::relativize).sorted()
                    .forEach(waiting::add);
        }
        while (!waiting.isEmpty()) {
            Path next = waiting.remove();
            if (!pages.containsKey(next)) {
                Page page = Page.of(root, next);
                pages.put(next, page);
                page.targets().stream().filter(target -> !isPicture(target)).forEach(waiting::add);
            }
        }
        List<String> broken = pages.values().stream().flatMap(page -> page.broken(pages).stream()).toList();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("links that lead nowhere:\n" + String.join("\n", broken));
        }
        for (Map.Entry<Path, Page> page : pages.entrySet()) {
            write(output.resolve("pages").resolve(Page.html(page.getKey())), page.getValue().html());
        }
        for (Path picture : pages.values().stream().flatMap(page -> page.targets().stream())
                .filter(RenderDocuments::isPicture).collect(Collectors.toCollection(TreeSet::new))) {
            Path copy = output.resolve("pages").resolve(picture.toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(root.resolve(picture)));
        }
        write(output.resolve("toc.xml"), new Contents(new ArrayList<>(pages.values())).xml());
    }

    private static boolean isPicture(Path file) {
        return PICTURES.stream().anyMatch(file.toString()::endsWith);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
