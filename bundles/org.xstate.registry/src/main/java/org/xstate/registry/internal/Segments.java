package org.xstate.registry.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Copies of the program's memory that any thread may use, for as long as it likes. */
final class Segments {

    private Segments() {
    }

    static MemorySegment copy(MemorySegment segment) {
        return MemorySegment.ofArray(segment.toArray(ValueLayout.JAVA_BYTE));
    }
}
