package org.xstate.analysis.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.FeatureCatalog;

class CorpusReplayTest {

    private static Path directory(String name) {
        Path directory = Path.of(System.getProperty("xstate.corpus", "")).resolve("vectors").resolve(name);
        assumeTrue(Files.isDirectory(directory), "the corpus is not at hand: set the property xstate.corpus");
        return directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zen3", "emulator-tigerlake", "emulator-skylake_x"})
    void everyRecordedRowThatCountsIsReproducedBitForBit(String name) {
        ReplayReport report = InstructionReplay.replay(directory(name),
                FeatureCatalog.load(getClass().getClassLoader()));
        System.out.println(name + " " + report.passed() + " " + report.failed() + " " + report.skipped() + " "
                + report.excluded() + " " + report.excludedAgreeing());
        report.findings().forEach(System.out::println);
        report.rows().stream().filter(r -> !(r.result() instanceof ReplayReport.Result.Agrees)).limit(25)
                .forEach(System.out::println);
        assertEquals("", report.failures().stream().map(ReplayReport.Row::toString)
                .collect(Collectors.joining("\n")));
    }
}
