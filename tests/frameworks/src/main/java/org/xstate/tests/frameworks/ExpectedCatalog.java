package org.xstate.tests.frameworks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.xstate.api.Check;
import org.xstate.api.Contributions;
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

    /** Vector, text and bundle of all built-in trap handlers, in the order in which they are asked. */
    static final List<String> TRAPS = List.of("13 traps/enqcmd.c org.xstate.traps",
            "7 traps/xfd.c org.xstate.traps", "7 traps/xfd-guest.c org.xstate.traps",
            "21 traps/shadow-stack.c org.xstate.traps", "6 traps/undefined.c org.xstate.traps",
            "13 traps/restore-kernel.c org.xstate.traps", "14 traps/restore-kernel.c org.xstate.traps",
            "14 traps/restore-user.c org.xstate.traps", "13 traps/restore-user.c org.xstate.traps");

    private ExpectedCatalog() {
    }

    static List<String> names(List<Check> checks) {
        return checks.stream().map(check -> check.getClass().getSimpleName()).sorted().toList();
    }

    static List<String> describe(List<Contributions.ContributedHandler> handlers) {
        return handlers.stream().map(
                one -> one.handler().vector() + " " + one.handler().text().name() + " " + one.bundle())
                .toList();
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
