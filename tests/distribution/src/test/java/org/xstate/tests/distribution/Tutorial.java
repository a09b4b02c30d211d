package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The steps of docs/plugins.md that run a command with the plugin of the project that they make. */
record Tutorial(List<Step> steps) {

    private static final String COMMAND = "xstate --plugins target ";
    private static final String FENCE = "```";
    private static final String LEFT_OUT = "...";

    /** @param words of the command, the program's name left out @param output with {@code ...} for what is left out */
    record Step(List<String> words, List<String> output) {

        /** Whether the command's output has these lines in this order, those between two {@code ...} one after the other. */
        void holds(String said) {
            List<String> lines = said.lines().toList();
            List<String> wanted = new ArrayList<>();
            int from = 0;
            for (String line : output) {
                if (line.equals(LEFT_OUT)) {
                    from = after(wanted, lines, from, said);
                    wanted = new ArrayList<>();
                } else {
                    wanted.add(line);
                }
            }
            after(wanted, lines, from, said);
        }

        private int after(List<String> wanted, List<String> lines, int from, String said) {
            for (int at = from; at + wanted.size() <= lines.size(); at++) {
                if (lines.subList(at, at + wanted.size()).equals(wanted)) {
                    return at + wanted.size();
                }
            }
            throw new AssertionError(
                    words + " does not say\n" + String.join("\n", wanted) + "\nbut\n" + said);
        }
    }

    static Tutorial in(Path document) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(COMMAND) && lines.get(i - 1).equals(FENCE)) {
                int end = lines.subList(i, lines.size()).indexOf(FENCE) + i;
                steps.add(new Step(List.of(lines.get(i).substring(COMMAND.length()).split(" ")),
                        lines.subList(i + 1, end)));
            }
        }
        assertTrue(steps.size() > 3, steps.toString());
        return new Tutorial(steps);
    }
}
