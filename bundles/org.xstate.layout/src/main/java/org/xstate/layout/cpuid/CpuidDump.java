package org.xstate.layout.cpuid;

import java.util.List;
import java.util.Objects;

import org.xstate.api.Finding;

/**
 * What one part of a CPUID text says: a logical CPU, a core type, a policy, a guest or its host.
 *
 * @param label    how the source names the part: {@code Logical CPU #0}, {@code PV Max policy}, {@code host}
 * @param table    the numbers
 * @param findings defects met while reading it
 */
public record CpuidDump(String label, CpuidTable table, List<Finding> findings) {
    public CpuidDump {
        Objects.requireNonNull(label);
        Objects.requireNonNull(table);
        findings = List.copyOf(findings);
    }
}
