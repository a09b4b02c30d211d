package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement of a step.
 *
 * @param file      relative to the scenario's folder, or {@code hardware/...}, {@code kernel/...} in the library
 * @param line      from 1
 * @param statement on one line, as written
 * @param changes   what it changed, in the order in which it did
 * @param mark      what is wrong with it, if this is where something went wrong
 */
public record TraceLine(String file, int line, String statement, List<Change> changes,
        Optional<String> mark) {

    public TraceLine {
        Objects.requireNonNull(file);
        Objects.requireNonNull(statement);
        changes = List.copyOf(changes);
        Objects.requireNonNull(mark);
    }

    /** {@code kernel/context.c:31}. */
    public String place() {
        return file + ":" + line;
    }

    TraceLine marked(String text) {
        return new TraceLine(file, line, statement, changes,
                Optional.of(mark.map(old -> old + ", " + text).orElse(text)));
    }
}
