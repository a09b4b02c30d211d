package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Counts what agrees and keeps what differs, so that a test shows all differences at once. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();
    private int compared;

    void value(String where, BigInteger expected, BigInteger actual) {
        compared++;
        if (!expected.equals(actual)) {
            differences.add(where + ": expected " + expected.toString(16) + ", decoded "
                    + (actual == null ? "nothing" : actual.toString(16)));
        }
    }

    /** Fails if something differed, or if so little was compared that the peer can hardly have answered. */
    void verify(String what, int atLeast) {
        assertEquals(List.of(), differences, what);
        assertTrue(compared >= atLeast,
                () -> what + ": only " + compared + " registers were compared, expected " + atLeast);
        System.out.println(what + ": " + compared + " registers agree");
    }
}
