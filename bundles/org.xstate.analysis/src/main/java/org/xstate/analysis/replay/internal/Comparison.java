package org.xstate.analysis.replay.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.isa.Outcome;

/** Collects what differs between a recorded row and its replay. */
final class Comparison {

    private static final int MOST = 4;
    private final List<String> differences = new ArrayList<>();

    void fault(String recorded, OptionalLong errorCode, Outcome outcome) {
        String replayed = switch (outcome) {
            case Outcome.Completed completed -> "none";
            case Outcome.Fault fault -> fault.vector().name();
            case Outcome.VmExit exit -> "VM exit";
        };
        if (!recorded.equals(replayed)) {
            String why = outcome instanceof Outcome.Fault fault ? " (" + fault.reason() + ")" : "";
            differences.add("fault: recorded %s, replayed %s%s".formatted(recorded, replayed, why));
        } else if (outcome instanceof Outcome.Fault fault && fault.vector().pushesErrorCode()
                && errorCode.orElse(fault.errorCode()) != fault.errorCode()) {
            differences.add("error code: recorded %d, replayed %d".formatted(errorCode.getAsLong(),
                    fault.errorCode()));
        }
    }

    void value(String what, OptionalLong recorded, long replayed) {
        if (recorded.isPresent() && recorded.getAsLong() != replayed) {
            differences.add("%s: recorded %#x, replayed %#x".formatted(what, recorded.getAsLong(), replayed));
        }
    }

    /** @param recorded {@code written...}, {@code skipped}, or {@code -} where it was not looked at */
    void payload(String what, String recorded, boolean written) {
        if (!recorded.equals("-") && recorded.startsWith("written") != written) {
            differences.add("%s payload: recorded %s, replayed %s".formatted(what, recorded,
                    written ? "written" : "skipped"));
        }
    }

    /** Bytes {@code from} to {@code to} of two areas; beyond the end of the recorded one nothing is known. */
    void bytes(String what, byte[] recorded, byte[] replayed, int from, int to) {
        int end = Math.min(to, Math.min(recorded.length, replayed.length));
        int count = 0;
        int first = -1;
        for (int i = from; i < end; i++) {
            if (recorded[i] != replayed[i]) {
                first = count++ == 0 ? i : first;
            }
        }
        if (count > 0) {
            differences
                    .add("%s: %d bytes differ, the first at %d: recorded %02x, replayed %02x".formatted(what,
                            count, first, recorded[first] & 0xff, replayed[first] & 0xff));
        }
    }

    Result result() {
        if (differences.isEmpty()) {
            return new Result.Agrees();
        }
        List<String> shown = differences.subList(0, Math.min(MOST, differences.size()));
        return new Result.Differs(String.join("; ", shown), Optional.empty());
    }
}
