package org.xstate.tests.designs.oracle;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The components of the two standard matrices, in order of their numbers.
 */
enum Component {
    X87(160, 0, false), SSE(256, 160, false), AVX(256, Component.EXTENDED, false), CET_U(16,
            Component.EXTENDED, true);

    /** First byte behind the legacy region (512) and the header (64). */
    static final int EXTENDED = 576;

    /** Bytes of an XSAVE area that holds all of them in the compacted format: both extended ones. */
    static final int AREA = EXTENDED + 256 + 16;

    /** Bytes. */
    final int size;

    /** Switched by IA32_XSS, so that no user image holds it. */
    final boolean supervisor;

    private final int start;

    Component(int size, int start, boolean supervisor) {
        this.size = size;
        this.start = start;
        this.supervisor = supervisor;
    }

    /**
     * Where XCOMP_BV puts each component: x87 and SSE at their fixed places, the extended ones one behind the
     * other in order of their numbers, those left out of XCOMP_BV taking no room. None of these is aligned.
     */
    static Map<Component, Integer> offsets(Set<Component> xcompBv) {
        Map<Component, Integer> offsets = new EnumMap<>(Component.class);
        int next = EXTENDED;
        for (Component component : values()) {
            if (component.start < EXTENDED) {
                offsets.put(component, component.start);
            } else if (xcompBv.contains(component)) {
                offsets.put(component, next);
                next += component.size;
            }
        }
        return offsets;
    }
}
