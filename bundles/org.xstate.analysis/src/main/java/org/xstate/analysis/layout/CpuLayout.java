package org.xstate.analysis.layout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * One CPU, core type or policy of a source with the layout that was asked for.
 *
 * @param label    which part of the source; names all logical CPUs that say the same
 * @param name     for people
 * @param identity who made it, as far as the source tells
 * @param cpu      empty if the source has no usable leaf D for it
 * @param xcr0     the user components laid out
 * @param xss      the supervisor components laid out, or listed without a place in the standard format
 * @param layout   of the components whose place is known; empty with {@code cpu}
 * @param findings defects of the source, and doubts about the layout
 */
public record CpuLayout(String label, String name, CpuIdentity identity, Optional<XsaveCpu> cpu,
        XFeatureMask xcr0,
        XFeatureMask xss, Optional<XsaveLayout> layout, List<Finding> findings) {
    public CpuLayout {
        Objects.requireNonNull(label);
        Objects.requireNonNull(name);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(layout);
        findings = List.copyOf(findings);
    }

    /**
     * Bytes of the area; empty if the source does not describe every component that has a place in it, since any of
     * those may lie last.
     */
    public OptionalInt size() {
        return layout.filter(known -> known.mask().hasAll(placed(known)))
                .map(known -> OptionalInt.of(known.size())).orElseGet(OptionalInt::empty);
    }

    /** The same CPU with other bits enabled, laid out in the same format; findings are those of the CPU as it was. */
    public CpuLayout with(XFeatureMask otherXcr0, XFeatureMask otherXss) {
        Optional<XsaveLayout> laid = cpu.flatMap(known -> layout
                .map(before -> Formats.of(known, otherXcr0, otherXss).layout(before.format())));
        return new CpuLayout(label, name, identity, cpu, otherXcr0, otherXss, laid, findings);
    }

    /** Those of the masks that the format has a place for. */
    private XFeatureMask placed(XsaveLayout known) {
        return known.isCompacted() ? xcr0.or(xss).components() : xcr0.components();
    }
}
