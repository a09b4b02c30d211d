package org.xstate.analysis.check;

import java.util.List;

/**
 * What an exploration came through. What was never reached, no verdict says anything about.
 *
 * @param statements        of the scenario's own files
 * @param unreached         those that no step executed, in the order of the text
 * @param untaken           values that a choice could have had, but with which no step came to its end
 * @param libraryStatements of the library, as far as the scenario's code leads there
 * @param libraryReached    how many of these were executed
 * @param labels            of {@code cover("...")}, in alphabetical order
 * @param untested          properties that no state and no statement was held against: switched off by a knob, or asserted
 *                          only where nothing came
 * @param idle              rules, tasks and interrupts that never made a step
 */
public record Coverage(int statements, List<Statement> unreached, List<Untaken> untaken,
        int libraryStatements, int libraryReached, List<Label> labels, List<String> untested,
        List<String> idle) {

    public Coverage {
        unreached = List.copyOf(unreached);
        untaken = List.copyOf(untaken);
        labels = List.copyOf(labels);
        untested = List.copyOf(untested);
        idle = List.copyOf(idle);
    }

    /** @param file as a trace names it */
    public record Statement(String file, int line, String text) {
        public String place() {
            return file + ":" + line;
        }
    }

    /** A value of a choice. */
    public record Untaken(String file, int line, String text, long value) {
        public String place() {
            return file + ":" + line;
        }
    }

    /** A place whose being reached is asked for. */
    public record Label(String label, boolean reached) {
    }

    /** Bounds of the scenario that were hit, by the labels that the library gives them. */
    public List<String> boundsHit() {
        return labels.stream().filter(label -> label.reached() && isBound(label))
                .map(label -> label.label().substring(BOUND.length())).toList();
    }

    /** Labels of the scenario that were never reached. */
    public List<String> labelsMissed() {
        return labels.stream().filter(label -> !label.reached() && !isBound(label)).map(Label::label)
                .toList();
    }

    private static final String BOUND = "bound: ";

    private static boolean isBound(Label label) {
        return label.label().startsWith(BOUND);
    }
}
