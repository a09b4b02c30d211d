package org.xstate.tests.frameworks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.xstate.api.Check;
import org.xstate.api.FeatureCatalog;

/** The one list that the catalog of every host must equal. */
final class ExpectedCatalog {

    /** Kinds of all built-in image readers, sorted. */
    static final List<String> READERS = List.of("core", "image", "kvm", "ptrace", "recording", "sigframe32",
            "sigframe64");

    /** Classes of all built-in checks, sorted. */
    static final List<String> CHECKS = List.of("CompactedHeaderCheck", "ComponentValueCheck", "ExtentCheck",
            "FeatureMaskCheck", "GdbLayoutCheck", "LegacyRegionCheck", "LockedKeyZeroCheck",
            "MxcsrReservedCheck",
            "MxcsrZeroCheck", "RepresentationCheck", "ReservedFieldsCheck", "StandardHeaderCheck",
            "TilesWithoutConfigurationCheck", "XfdCheck");

    private ExpectedCatalog() {
    }

    static List<String> names(List<Check> checks) {
        return checks.stream().map(check -> check.getClass().getSimpleName()).sorted().toList();
    }

    static List<String> lines() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ExpectedCatalog.class.getResourceAsStream("catalog.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    /** Number, name, size in bytes, bundle. */
    static List<String> describe(FeatureCatalog catalog) {
        return catalog.contributions().stream().map(contribution -> {
            var descriptor = contribution.provider().descriptor();
            return descriptor.number() + " " + descriptor.name() + " " + descriptor.size() + " "
                    + contribution.bundle();
        }).toList();
    }
}
