package org.xstate.layout.cpu;

import java.util.Objects;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * A known CPU: the numbers that one such processor reported.
 *
 * @param id     what {@code --cpu} takes: {@code zen3}
 * @param name   for people: {@code AMD Zen 3}
 * @param source where the numbers were read
 * @param note   what to keep in mind about them
 * @param table  CPUID output, the leaves that bear on extended state
 */
public record CpuProfile(String id, String name, String source, Optional<String> note, CpuidTable table) {
    public CpuProfile {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(source);
        Objects.requireNonNull(note);
        Objects.requireNonNull(table);
    }

    /** The profile as a CPU. */
    public CpuReading read(FeatureCatalog catalog) {
        return CpuReading.of(table, catalog);
    }
}
