package org.xstate.analysis.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.analysis.replay.ReplayReport.Row;
import org.xstate.api.FeatureCatalog;

class CorpusReplayTest {

    private static Path directory(String name) {
        Path directory = Path.of(System.getProperty("xstate.corpus", "")).resolve("vectors").resolve(name);
        assumeTrue(Files.isDirectory(directory),
                "the recorded corpus is not at hand: point the property xstate.corpus at it");
        return directory;
    }

    /** The counts are those of the tables: rows with crosscheck ok or without the column, and the others. */
    @ParameterizedTest
    @CsvSource({"zen3,2474,0", "emulator-tigerlake,1654,133", "emulator-skylake_x,1422,128"})
    void everyRecordedRowThatCountsIsReproducedBitForBit(String name, int rows, int excluded) {
        ReplayReport report = InstructionReplay.replay(directory(name),
                FeatureCatalog.load(getClass().getClassLoader()));
        assertTrue(report.usable(), () -> report.findings().toString());
        assertEquals(List.of(), report.failures());
        assertEquals(0, report.skipped());
        assertEquals(rows, report.passed());
        assertEquals(excluded, report.excluded());
        for (Row row : report.rows()) {
            switch (row.crosscheck()) {
                case "not-modelled" -> assertEquals(new Result.Agrees(), row.result(), row.id());
                case "differs" -> assertTrue(row.result() instanceof Result.Differs differs
                        && differs.explanation().isPresent(), row::toString);
                default -> assertEquals("ok", row.crosscheck());
            }
        }
    }
}
