package org.xstate.analysis.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.analysis.replay.ReplayReport.Result;

class InstructionReplayTest {

    @TempDir
    Path directory;
    private Recorded recorded;

    @BeforeEach
    void start() {
        recorded = new Recorded(directory);
    }

    private ReplayReport process(String rows) {
        byte[] fill = Recorded.filled(1024, 0xcc);
        byte[] tampered = Recorded.savedInit(fill);
        tampered[300] = 1;
        byte[] illegal = Recorded.initial(1024, 1);
        byte[] frame = Recorded.savedInit(Recorded.filled(1024, 0));
        frame[512] = 3;
        return recorded.text("vectors64.csv", Recorded.PROCESS_COLUMNS + rows)
                .slots("slots64.bin", Recorded.initial(1024, 0), fill, Recorded.savedInit(fill), tampered,
                        illegal, Recorded.savedInit(Recorded.filled(1024, 0xee)), frame)
                .replay();
    }

    private static String what(ReplayReport report, int row) {
        return assertInstanceOf(Result.Differs.class, report.rows().get(row).result()).what();
    }

    private static String reason(ReplayReport report, int row) {
        return assertInstanceOf(Result.NotReplayed.class, report.rows().get(row).result()).reason();
    }

    @Test
    void agreeingRowsPassAndDifferingRowsFailWithTheFirstByte() {
        ReplayReport report = process("""
                a,save,XSAVE64,0x7,0,1,0,none,2,0x0,
                b,save,XSAVE64,0x7,0,1,0,none,3,0x0,
                c,save,XSAVE64,0x7,0,1,8,GP,1,0x0,
                d,save,XSAVE64,0x7,0,1,8,none,1,0x0,
                e,save,XSAVE64,0x7,0,1,0,none,2,0x4,
                f,save,xsave64,7,0,1,0,none,2,0xfffffffffffffff8,
                g,restore,XRSTOR64,0x7,0,0,0,none,5,0x0,
                h,restore,XRSTOR64,0x7,0,4,0,GP,6,0x0,
                i,restore,XRSTOR64,0x7,0,4,0,GP,2,0x0,
                """);
        assertEquals(List.of(), report.findings());
        assertTrue(report.usable());
        assertEquals(List.of("b", "d", "e", "i"), report.failures().stream().map(r -> r.id()).toList());
        assertEquals(5, report.passed());
        assertEquals(4, report.failed());
        assertEquals(0, report.skipped());
        assertEquals(0, report.excluded());
        assertEquals("memory: 1 bytes differ, the first at 300: recorded 01, replayed 00", what(report, 1));
        assertEquals("fault: recorded none, replayed GP (linear address 0x20008 is not a multiple of 64)",
                what(report, 3));
        assertEquals("XINUSE: recorded 0x4, replayed 0x0", what(report, 4));
        assertTrue(what(report, 8).startsWith("header of the signal frame: 1 bytes differ"), what(report, 8));
    }

    @Test
    void rowsWithUnknownRegistersOrStatesAreSkippedWithTheReason() {
        recorded.text("cpuid.txt", """
                CPU:
                   0x0000000d 0x00: eax=0x00000207 ebx=0x00000340 ecx=0x00000348 edx=0x00000000
                   0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
                   0x0000000d 0x09: eax=0x00000008 ebx=0x00000340 ecx=0x00000000 edx=0x00000000
                """);
        ReplayReport report = process("""
                a,save,XSAVE64,0x207,0,1,0,none,2,0x0,
                b,save,XSAVE64,0x7,4,1,0,none,2,0x0,
                """);
        assertEquals(2, report.skipped());
        assertEquals(new Result.NotReplayed("the request names components whose registers were not recorded"),
                report.rows().get(0).result());
        assertEquals(
                "the starting state cannot be loaded: #GP(0): XCOMP_BV is 0x1: without bit 63 it must be 0",
                assertInstanceOf(Result.NotReplayed.class, report.rows().get(1).result()).reason());
        assertTrue(report.usable());
    }

    @Test
    void rowsThatCannotBeUnderstoodAreFindingsWithTheirLine() {
        ReplayReport report = process("""
                a,save,XSAVE65,0x7,0,1,0,none,2,0x0,
                b,save,XSAVE64,seven,0,1,0,none,2,0x0,
                c,save,XSAVE64,0x7,0,99,0,none,2,0x0,
                d,save,XSAVE64,,0,1,0,none,2,0x0,
                e,save,XSAVE64,0x7,-1,1,0,none,2,0x0,
                f,save,XSAVE64,0x7,0,18446744073709551615,0,none,2,0x0,
                g,save,XSAVE64,0x7,0,1,0,none,2,0x0,
                """);
        assertEquals(1, report.passed());
        assertEquals(6, report.skipped());
        assertEquals("no such instruction: \"XSAVE65\"", reason(report, 0));
        assertEquals(List.of("column rfbm holds \"seven\", not a number",
                "slot 99 (bytes 101376 to 102400) is beyond the end of the file, which has 7168 bytes",
                "column rfbm is empty", "column state_slot holds \"-1\", not a number"),
                report.findings().stream().map(f -> f.message()).limit(4).toList());
        assertEquals("vectors64.csv line 3", report.findings().get(0).where());
        assertEquals("replay-bad-row", report.findings().get(4).id());
        assertEquals(false, report.usable());
    }

    @Test
    void a32BitTableRunsOutside64BitMode() {
        byte[] fill = Recorded.filled(1024, 0xcc);
        byte[] narrow = Recorded.savedInit(fill);
        java.util.Arrays.fill(narrow, 288, 416, (byte) 0xcc);
        java.util.Arrays.fill(narrow, 704, 832, (byte) 0xcc);
        ReplayReport report = recorded.text("vectors32.csv", Recorded.PROCESS_COLUMNS + """
                a,save,XSAVE,0x7,0,1,0,none,2,0x0,
                b,save,XSAVE64,0x7,0,1,0,none,2,0x0,
                """).slots("slots32.bin", Recorded.initial(1024, 0), fill, narrow).replay();
        assertEquals(1, report.passed());
        assertEquals("XSAVE64 does not exist in a 32-bit code segment", reason(report, 1));
        assertTrue(report.usable());
    }

    private ReplayReport monitor(String rows) {
        long all = 0x8000000000000807L;
        byte[] dump = Recorded.filled(848, 0xee);
        dump[520] = 7;
        dump[521] = 8;
        dump[527] = (byte) 0x80;
        byte[] noncanonical = Recorded.initial(848, all);
        noncanonical[513] = 8;
        noncanonical[847] = 1;
        byte[] quirk = Recorded.initial(848, 0x8000000000000803L);
        quirk[519] = (byte) 0x80;
        return recorded.text("vectors.csv", Recorded.MONITOR_COLUMNS + rows).text("slots.csv", """
                slot,offset,length
                0,0,848
                1,848,848
                2,1696,848
                3,2544,848
                9,9999,848
                """).slots("slots.bin", Recorded.initial(848, all), dump, noncanonical, quirk).replay();
    }

    @Test
    void controlRegistersAndConditionsAreReplayed() {
        ReplayReport report = monitor("""
                a,x,XGETBV0,0x7,0x800,0,,0,,,,none,,,1,0x0,0x7,,ok,
                b,x,XGETBV1,0x3,0x800,0,,0,,,,none,,,1,0x0,0x0,,ok,
                c,x,XGETBV2,0x7,0x800,0,,0,,,,GP,0,,1,0x0,,,ok,
                d,x,XSETBV0,0x7,0x800,0x5,,0,,,,GP,0,,1,0x0,,,ok,
                e,x,XSETBV0,0x7,0x800,0x3,,0,,,NOOSXSAVE,UD,0,,1,0x0,,,ok,
                f,x,RDXSS,0x7,0x800,0,,0,,,,none,,,1,0x0,0x800,,ok,
                g,x,WRXSS,0x7,0x800,0x1000,,0,,,,GP,0,,1,0x0,,,ok,
                h,x,WRXSS,0x7,0x800,0,,0,,,,none,,,1,0x0,,,ok,
                i,x,XRSTORS64,0x7,0x800,0x800,,0,0,0,TS,NM,0,0,1,0x0,,,ok,
                j,x,XSETBV0,0x7,0x800,0x5,,0,,,,GP,7,,1,0x0,,,ok,
                k,x,RDXSS,0x7,0x0,0,,0,,,,none,,,1,0x0,0x800,,ok,
                """);
        assertEquals(List.of(), report.findings());
        assertEquals(9, report.passed());
        assertEquals("error code: recorded 7, replayed 0", what(report, 9));
        assertEquals("EDX:EAX: recorded 0x800, replayed 0x0", what(report, 10));
    }

    @Test
    void doubtfulRowsAreReplayedAndExplainedButDecideNothing() {
        ReplayReport report = monitor("""
                a,x,XGETBV0,0x7,0x800,0,,0,,,,none,,,1,0x0,0x7,,not-modelled,
                b,x,XGETBV0,0x7,0x800,0,,0,,,,none,,,1,0x0,0x3,,differs,
                c,x,XRSTORS64,0x7,0x800,0x800,,0,3,0,,none,,3,1,0x0,,,differs,XSTATE_BV bit 63
                """);
        assertEquals(0, report.passed() + report.failed() + report.skipped());
        assertEquals(3, report.excluded());
        assertEquals(1, report.excludedAgreeing());
        assertEquals(new Result.Differs("EDX:EAX: recorded 0x3, replayed 0x7", Optional.empty()),
                report.rows().get(1).result());
        assertEquals(Optional.of("the emulator overlooks XSTATE_BV[63] of a compacted image"),
                assertInstanceOf(Result.Differs.class, report.rows().get(2).result()).explanation());
        assertTrue(report.usable());
    }

    @Test
    void aRecordedStateThatAComponentsRulesRefuseIsTakenAsItStands() {
        ReplayReport report = monitor("""
                a,x,XGETBV0,0x7,0x800,0,,2,,,,none,,,,0x0,0x7,,ok,
                b,x,XRSTORS64,0x7,0x800,0x800,,0,2,0,,GP,0,2,1,0x0,,,ok,
                """);
        assertEquals(2, report.passed(), () -> report.rows().toString());
    }

    @Test
    void impossibleMonitorRowsAreFindings() {
        ReplayReport report = monitor("""
                a,x,XGETBV0,0x7,0x800,0,,9,,,,none,,,1,0x0,0x7,,ok,
                b,x,XGETBV0,0x7,0x800,0,,5,,,,none,,,1,0x0,0x7,,ok,
                c,x,XGETBV0,0xff,0x800,0,,0,,,,none,,,1,0x0,0x7,,ok,
                d,x,XGETBV0,0x7,0x1800,0,,0,,,,none,,,1,0x0,0x7,,ok,
                e,x,XGETBV0,0x7,0x800,0,,0,,,SMM,none,,,1,0x0,0x7,,ok,
                f,x,FWAIT,0x7,0x800,0,,0,,,,none,,,1,0x0,0x7,,ok,
                g,x,XGETBV99999999999,0x7,0x800,0,,0,,,,none,,,1,0x0,0x7,,ok,
                """);
        assertEquals(7, report.skipped());
        assertEquals(
                List.of("slot 9 (bytes 9999 to 10847) is beyond the end of the file, which has 3392 bytes",
                        "slot 5 is not in the index"),
                report.findings().stream().map(f -> f.message()).toList());
        assertEquals(List.of("column xcr0 holds 0xff, the processor has 0x7",
                "column xss holds 0x1800, the processor has 0x800", "no such condition: \"SMM\"",
                "no such instruction: \"FWAIT\"", "no such instruction: XGETBV99999999999"),
                java.util.stream.IntStream.range(2, 7).mapToObj(row -> reason(report, row)).toList());
    }

    @Test
    void modifiedOptimisationRowsAreReplayed() {
        ReplayReport report = recorded.text("modified-opt.csv", Recorded.MODIFIED_COLUMNS + """
                unmodified,xsaveopt64,same,skipped,skipped,skipped,0x7
                unmodified,xsaveopt64,other,written,written,written,0x7
                xmm modified,xsaveopt64,same,skipped,skipped,skipped,0x7
                vzeroupper,xsaveopt64,same,skipped,written(partly),skipped,0x7
                femms,xsaveopt64,same,skipped,skipped,skipped,0x7
                unmodified,xrstor64,same,skipped,skipped,skipped,0x7
                unmodified,xsaveopt64,there,skipped,skipped,skipped,0x7
                """).replay();
        assertEquals(2, report.passed());
        assertEquals("xmm modified, same", report.failures().get(0).id());
        assertEquals("SSE payload: recorded skipped, replayed written", what(report, 2));
        assertEquals("XSTATE_BV: recorded 0x7, replayed 0x3", what(report, 3));
        assertEquals(new Result.NotReplayed("no such case: \"femms\""), report.rows().get(4).result());
        assertEquals("no such save: \"xrstor64\"", reason(report, 5));
        assertEquals("no such destination: \"there\"", reason(report, 6));
        assertEquals(List.of(), report.findings());
    }

    @Test
    void aRowThatTheRecordingDoesNotVouchForDoesNotCount() {
        ReplayReport report = monitor("a,x,XGETBV0,0x7,0x800,0,,0,,,,none,,,1,0x0,0x7,,,\n");
        assertEquals("", report.rows().getFirst().crosscheck());
        assertEquals(1, report.excluded());
        assertEquals(0, report.passed());
    }
}
