package org.xstate.analysis.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;
import org.xstate.sim.scenario.ProcessorFinder;

/**
 * Finds the known processors, and those of CPUID files beside the scenario: {@code cpu_profile("new.cpuid")}. So a
 * scenario may run on a processor that nobody can buy yet.
 *
 * @param catalog the xfeatures, which say whether a file describes a processor with XSAVE
 */
public record ScenarioProcessors(FeatureCatalog catalog) implements ProcessorFinder {

    /** Bytes; CPUID output of a machine with hundreds of cores has a tenth of it. */
    private static final long LONGEST = CpuidTexts.MAX_BYTES;

    @Override
    public Result find(String name, String scenario) {
        Result known = KNOWN.find(name, scenario);
        return known instanceof Result.Missing
                ? beside(name, scenario).orElse(new Result.Missing(
                        "there is no CPU profile '%s', and no file of that name beside the scenario"
                                .formatted(name)))
                : known;
    }

    /** Empty if there is no such file. */
    private Optional<Result> beside(String name, String scenario) {
        try {
            Path file = Path.of(scenario).resolveSibling(name);
            return Files.isRegularFile(file) ? Optional.of(read(name, file)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Result read(String name, Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return new Result.Missing("'%s' is too large for CPUID output".formatted(name));
            }
            CpuidDocument document = CpuidTexts.read(name, Files.readAllBytes(file));
            return document.dumps().stream().map(dump -> profile(name, document, dump))
                    .filter(profile -> profile.read(catalog).cpu().isPresent()).findFirst()
                    .<Result>map(Result.Found::new)
                    .orElseGet(() -> new Result.Missing(
                            "'%s' is no CPUID output with a usable leaf 0DH; xstate layout --cpuid says why"
                                    .formatted(name)));
        } catch (IOException e) {
            return new Result.Missing("'%s' cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    private static CpuProfile profile(String name, CpuidDocument document, CpuidDump dump) {
        return new CpuProfile(name, name, document.format(), Optional.empty(), dump.table());
    }
}
