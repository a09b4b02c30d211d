package org.xstate.sim.library;

import java.util.List;

/**
 * What holds one abstract value in registers: a component, or a part of one.
 *
 * @param number    position among the scenario's parts: by component, then as the component's provider lists them
 * @param component number of the component
 * @param name      as its provider names it; {@code xmm} and {@value #MXCSR} for the two of SSE
 * @param ranges    the bytes it has in an image, counted from the start of its component, ascending: two for x87, whose
 *                  bytes lie before and after MXCSR, one else. MXCSR's and its mask's lie before the start of SSE
 * @param zeroInit  whether all bytes of its initial configuration are 0
 */
public record Part(int number, int component, String name, List<Range> ranges, boolean zeroInit) {

    static final String MXCSR = "mxcsr";

    /** @param begin first byte @param end first byte after it */
    public record Range(int begin, int end) {
    }

    public Part {
        ranges = List.copyOf(ranges);
    }

    /** Where its first byte is, from the start of the component. */
    public int offset() {
        return ranges.getFirst().begin();
    }

    /** Bytes from its first to its last one. */
    public int size() {
        return ranges.getLast().end() - offset();
    }

    /** Whether it lies in the legacy region, at the same place in every layout. */
    public boolean isLegacy() {
        return component < 2;
    }

    public boolean isMxcsr() {
        return component == 1 && name.equals(MXCSR);
    }
}
