package org.xstate.analysis.layout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
 * @param layout   empty with {@code cpu}
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
}
