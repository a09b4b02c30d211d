package org.xstate.analysis.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;

/** Whatever is wrong with a recording is told, and nothing throws. */
class BadRecordingTest {

    private static final String ROW = "a,save,XSAVE64,0x7,0,1,0,none,2,0x0,\n";

    @TempDir
    Path directory;
    private Recorded recorded;

    @BeforeEach
    void start() {
        byte[] fill = Recorded.filled(1024, 0xcc);
        recorded = new Recorded(directory).text("vectors64.csv", Recorded.PROCESS_COLUMNS + ROW)
                .slots("slots64.bin", Recorded.initial(1024, 0), fill, Recorded.savedInit(fill));
    }

    private Finding only(String id) {
        ReplayReport report = recorded.replay();
        assertFalse(report.usable());
        assertEquals(1, report.findings().size(), () -> report.findings().toString());
        assertEquals(id, report.findings().getFirst().id());
        return report.findings().getFirst();
    }

    @Test
    void theSoundRecordingPasses() {
        assertEquals(1, recorded.replay().passed());
    }

    @Test
    void aMissingDirectoryIsTold() {
        ReplayReport report = InstructionReplay.replay(directory.resolve("nowhere"),
                FeatureCatalog.load(getClass().getClassLoader()));
        assertFalse(report.usable());
        assertEquals("replay-no-directory", report.findings().getFirst().id());
    }

    @Test
    void aDirectoryWithoutVectorsIsTold() throws IOException {
        Files.delete(directory.resolve("vectors64.csv"));
        only("replay-no-vectors");
    }

    @Test
    void aMissingOrUselessCpuidTextIsTold() throws IOException {
        recorded.text("cpuid.txt", "CPU:\n   0x00000000 0x00: eax=0x0000000b ebx=0x0 ecx=0x0 edx=0x0\n");
        assertFalse(recorded.replay().usable());
        recorded.text("cpuid.txt", "nothing of interest\n");
        assertFalse(recorded.replay().usable());
        Files.delete(directory.resolve("cpuid.txt"));
        assertEquals("cpuid.txt", only("replay-no-cpuid").where());
    }

    @Test
    void missingSlotsAreTold() throws IOException {
        Files.delete(directory.resolve("slots64.bin"));
        assertEquals("slots64.bin", only("replay-unreadable").where());
    }

    @Test
    void aTruncatedSlotFileSkipsTheRowsThatNeedTheRest() {
        recorded.bytes("slots64.bin", new byte[1500]);
        assertEquals("vectors64.csv line 2", only("replay-bad-row").where());
        recorded.bytes("slots64.bin", new byte[0]);
        only("replay-bad-row");
    }

    @Test
    void aTableWithoutRowsOrColumnsIsTold() {
        recorded.text("vectors64.csv", Recorded.PROCESS_COLUMNS);
        only("replay-no-rows");
        recorded.text("vectors64.csv", "");
        only("replay-no-rows");
        recorded.text("vectors64.csv", "colour,taste\nred,sweet\n");
        assertEquals("vectors64.csv", only("replay-unknown-table").where());
    }

    @Test
    void malformedCsvIsTold() {
        recorded.text("vectors64.csv", "a,a\n1,2\n");
        assertFalse(recorded.replay().usable());
        recorded.text("vectors64.csv", Recorded.PROCESS_COLUMNS + "a,save\n");
        assertEquals("the row has 2 fields, the header 11", only("replay-bad-row").message());
        recorded.text("vectors64.csv", Recorded.PROCESS_COLUMNS + ROW.replace("\n", ",more\n"));
        assertEquals("the row has 12 fields, the header 11", only("replay-bad-row").message());
        recorded.text("vectors64.csv", Recorded.PROCESS_COLUMNS + "\"a,save,XSAVE64,0x7,0,1,0,none,2,0x0,\n");
        assertFalse(recorded.replay().usable());
    }

    @Test
    void aRowOfAnotherLengthLeavesTheOthersAlone() {
        recorded.text("vectors64.csv", Recorded.PROCESS_COLUMNS + ROW + "b,save\n" + ROW.replace("a,", "c,")
                + ROW.replace("\n", ",more\n"));
        ReplayReport report = recorded.replay();
        assertEquals(2, report.passed());
        assertEquals(List.of("vectors64.csv line 3", "vectors64.csv line 5"),
                report.findings().stream().map(Finding::where).toList());
    }

    @Test
    void aByteOrderMarkBeforeTheHeaderIsIgnored() {
        recorded.text("vectors64.csv", "\ufeff" + Recorded.PROCESS_COLUMNS + ROW);
        assertEquals(1, recorded.replay().passed());
    }

    @Test
    void aBrokenSlotIndexIsTold() {
        recorded.text("slots64.csv", "slot,offset,length\n0,zero,1024\n1,-5,3\n");
        ReplayReport report = recorded.replay();
        assertEquals("column offset holds \"zero\", not a number", report.findings().getFirst().message());
        assertEquals("slots64.csv line 2", report.findings().getFirst().where());
        assertFalse(report.usable());
    }

    @Test
    void shortAndOddSlotsNeverThrow() {
        for (String extent : new String[]{"0,0", "0,3", "0,512", "0,575", "9223372036854775807,9",
            "5,9223372036854775807"}) {
            recorded.text("slots64.csv",
                    "slot,offset,length\n0,%1$s\n1,%1$s\n2,%1$s\n".formatted(extent));
            assertEquals(0, recorded.replay().passed());
        }
    }

    /** Seeded damage to every file: findings, differences or skips, never an exception. */
    @Test
    void randomDamageNeverThrows() throws IOException {
        Random random = new Random(2026);
        String[] names = {"vectors64.csv", "slots64.bin", "cpuid.txt"};
        byte[][] sound = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            sound[i] = Files.readAllBytes(directory.resolve(names[i]));
        }
        int rows = 0;
        for (int round = 0; round < 400; round++) {
            int which = random.nextInt(names.length);
            byte[] damaged = sound[which].clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (random.nextInt(5) == 0) {
                damaged = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            recorded.bytes(names[which], damaged);
            rows += recorded.replay().rows().size();
            recorded.bytes(names[which], sound[which]);
        }
        assertTrue(rows > 130, "rows read in spite of damage: " + rows);
    }
}
