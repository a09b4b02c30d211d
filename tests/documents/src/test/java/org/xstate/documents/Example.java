package org.xstate.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command in a document with the output that stands below it, up to the next command or the end of the fence.
 *
 * @param where   file and line, for messages
 * @param command without the dollar sign
 * @param output  lines
 */
record Example(String where, String command, List<String> output) {

    private static final String PROMPT = "$ ";
    private static final String FENCE = "```";

    /** In document order: a command may use what one before it has written. */
    static List<Example> in(Path document) {
        List<String> lines;
        try {
            lines = Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Example> examples = new ArrayList<>();
        boolean inside = false;
        List<String> output = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                inside = !inside;
                output = new ArrayList<>();
            } else if (inside && line.startsWith(PROMPT)) {
                output = new ArrayList<>();
                examples.add(new Example(document.getFileName() + ":" + (i + 1), line.substring(2), output));
            } else if (inside) {
                output.add(line);
            }
        }
        return examples;
    }
}
