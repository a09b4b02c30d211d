package org.xstate.analysis.machine;

import java.util.Objects;
import java.util.Optional;

/**
 * What stands above a picture of the machine.
 *
 * @param title     {@code begin-finish.c as_posted, step 6}
 * @param statement what was executed last, with who and where; empty at the beginning
 * @param wrong     what is violated there
 */
public record MachineCaption(String title, String statement, Optional<String> wrong) {

    public MachineCaption {
        Objects.requireNonNull(title);
        Objects.requireNonNull(statement);
        Objects.requireNonNull(wrong);
    }
}
