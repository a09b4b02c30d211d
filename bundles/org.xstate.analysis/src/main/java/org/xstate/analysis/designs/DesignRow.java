package org.xstate.analysis.designs;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one design in one entry case with one continuation; of several outcomes the worst.
 *
 * @param design       id of the design
 * @param entry        where the call found the state of its task: {@code L1}, {@code V0}, ...
 * @param continuation what came before the return to user mode: {@code ret}, {@code kf}, ...
 * @param updated      whether the target found the new value
 * @param bystander    whether the target found its other component unchanged
 * @param shown        what the caller was shown as the old value
 * @param reason       why the design does not serve the case, or what ended it before the target went on
 * @param cost         absent where the target did not go on
 */
public record DesignRow(String design, String entry, String continuation, Kept updated, Kept bystander,
        Shown shown, Optional<String> reason, Optional<Operations> cost) {

    /** Whether something is at the target's next user instruction what it has to be. */
    public enum Kept {
        OK, LOST, NOT_SERVED;

        public String word() {
            return this == NOT_SERVED ? NA : name().toLowerCase(Locale.ROOT);
        }
    }

    /** In the order from good to bad. */
    public enum Shown {
        /** The design hands out no old value. */
        NONE,
        /** The one that the task has. */
        OK,
        /** One that the task had, or the initial one. */
        STALE,
        /** Bytes that nobody wrote, or that are another component's, another task's or the kernel's. */
        GARBAGE,
        /** The design does not serve the case. */
        NOT_SERVED;

        public String word() {
            return this == NOT_SERVED ? NA : name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NA = "n/a";

    public DesignRow {
        Objects.requireNonNull(design);
        Objects.requireNonNull(entry);
        Objects.requireNonNull(continuation);
        Objects.requireNonNull(updated);
        Objects.requireNonNull(bystander);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(cost);
    }

    static DesignRow notServed(String design, String entry, String continuation, String reason) {
        return new DesignRow(design, entry, continuation, Kept.NOT_SERVED, Kept.NOT_SERVED, Shown.NOT_SERVED,
                Optional.of(reason), Optional.empty());
    }

    public boolean isServed() {
        return updated != Kept.NOT_SERVED;
    }

    /** Whether nothing is wrong with it; true where the design does not serve the case. */
    public boolean isRight() {
        return updated != Kept.LOST && bystander != Kept.LOST && shown != Shown.STALE
                && shown != Shown.GARBAGE;
    }
}
