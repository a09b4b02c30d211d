package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The table of docs/desktop.md: which command stands behind each view and editor. */
class DesktopTableTest {

    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| [^|]+ \\| `(org\\.xstate[\\w.]+)` \\| (.+) \\|$");
    private static final Pattern COMMAND = Pattern.compile("`xstate ([a-z]+)");
    private static final Pattern ENTRY = Pattern.compile("new Entry\\(\"(\\w+)\"");

    @Test
    void everyViewAndEditorIsInTheTableAndTheTableHasNoOther() throws Exception {
        Set<String> parts = new TreeSet<>();
        for (Path bundle : DesktopFiles.bundles()) {
            for (String kind : List.of("view", "editor")) {
                for (Element element : DesktopFiles.elements(bundle, kind)) {
                    if (Set.of("org.eclipse.ui.views", "org.eclipse.ui.editors")
                            .contains(DesktopFiles.point(element))) {
                        parts.add(element.getAttribute("id"));
                    }
                }
            }
        }
        assertTrue(parts.size() > 8, "the views were not found");
        assertEquals(parts, rows().keySet());
    }

    @Test
    void everyCommandOfTheTableIsOne() throws IOException {
        Set<String> commands = new TreeSet<>();
        String source = Files.readString(Sources.root()
                .resolve("bundles/org.xstate.cli/src/main/java/org/xstate/cli/internal/Commands.java"));
        for (Matcher matcher = ENTRY.matcher(source); matcher.find();) {
            commands.add(matcher.group(1));
        }
        commands.add("workbench");
        rows().forEach((part, text) -> {
            Matcher matcher = COMMAND.matcher(text);
            assertTrue(matcher.find(), part + " has no command");
            do {
                assertTrue(commands.contains(matcher.group(1)), part + ": xstate " + matcher.group(1));
            } while (matcher.find());
        });
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (Matcher matcher = ROW
                .matcher(Files.readString(Sources.root().resolve("docs/desktop.md"))); matcher
                        .find();) {
            rows.put(matcher.group(1), matcher.group(2));
        }
        return rows;
    }
}
