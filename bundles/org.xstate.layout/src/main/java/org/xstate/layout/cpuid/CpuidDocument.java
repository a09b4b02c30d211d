package org.xstate.layout.cpuid;

import java.util.List;
import java.util.Objects;

import org.xstate.api.Finding;

/**
 * A CPUID text as read.
 *
 * @param format   the format that was recognised: {@code cpuid -r}, {@code InstLatx64}, {@code xen-cpuid}...
 * @param dumps    its parts in file order; may be empty
 * @param findings defects of the text as a whole
 */
public record CpuidDocument(String format, List<CpuidDump> dumps, List<Finding> findings) {
    public CpuidDocument {
        Objects.requireNonNull(format);
        dumps = List.copyOf(dumps);
        findings = List.copyOf(findings);
    }
}
