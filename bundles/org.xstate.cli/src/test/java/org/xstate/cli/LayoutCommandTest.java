package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class LayoutCommandTest {

    private static JsonObject onlyCpu(CommandRun run) {
        JsonArray cpus = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("cpus");
        assertEquals(1, cpus.size());
        return cpus.get(0).getAsJsonObject();
    }

    private static JsonObject component(JsonObject cpu, int id) {
        for (var element : cpu.getAsJsonArray("components")) {
            if (element.getAsJsonObject().get("id").getAsInt() == id) {
                return element.getAsJsonObject();
            }
        }
        throw new AssertionError("no component " + id);
    }

    @Test
    void zen3HasPkruWhereAvx512WouldEndOnAmd() {
        CommandRun run = CommandRun.of("layout", "--cpu", "zen3", "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject cpu = onlyCpu(run);
        assertEquals("0x207", cpu.get("xcr0").getAsString());
        assertEquals("0x1800", cpu.get("xss").getAsString());
        assertEquals(2440, cpu.get("size").getAsInt());
        assertEquals(2432, component(cpu, 9).get("offset").getAsInt());
        assertTrue(component(cpu, 11).get("offset").isJsonNull(), "supervisor state has no standard offset");
        assertEquals(0, component(cpu, 0).get("offset").getAsInt());
        assertEquals(160, component(cpu, 0).get("size").getAsInt());
        assertEquals(160, component(cpu, 1).get("offset").getAsInt());
        assertEquals(256, component(cpu, 1).get("size").getAsInt());
    }

    @Test
    void compactedSapphireRapidsAlignsTileConfiguration() {
        // the manual's rule by hand: 576 + AVX 256 + 64 + 512 + 1024 + PKRU 8 + CET_U 16 + CET_S 24 + UINTR 48 = 2528,
        // rounded up to 2560 for XTILECFG; + 64, already a multiple of 64; + 8192 = 10816
        CommandRun run = CommandRun.of("layout", "--cpu", "sapphirerapids", "--xcr0", "0x602e7", "--xss",
                "0x5800",
                "--compacted", "--json");
        JsonObject cpu = onlyCpu(run);
        assertEquals(2560, component(cpu, 17).get("offset").getAsInt());
        assertEquals(10816, cpu.get("size").getAsInt());
        assertTrue(component(cpu, 17).get("align64").getAsBoolean());
        assertTrue(component(cpu, 18).get("xfd").getAsBoolean());
    }

    @Test
    void anIllegalMaskIsAFindingThatNamesTheRule() {
        CommandRun run = CommandRun.of("layout", "--cpu", "sapphirerapids", "--xcr0", "0x67");
        assertEquals(ExitCode.FINDINGS, run.code());
        assertTrue(run.out().contains("xcr0-refused"), run.out());
        assertTrue(run.out().contains("Hi16_ZMM (bit 7)"), run.out());
        assertEquals(0, CommandRun
                .of("layout", "--cpu", "sapphirerapids", "--xcr0", "0x67", "--fail-on", "never").code());
    }

    @Test
    void severalSourcesGiveOneLineEachAndOneBadOneDoesNotStopTheOthers(@TempDir Path folder)
            throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.txt"), "no CPUID output here\n");
        CommandRun run = CommandRun.of("layout", "--cpuid", bad.toString(), "--cpu", "zen4", "--json");
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size(), run.out());
        assertTrue(JsonParser.parseString(lines.get(0)).getAsJsonObject().has("error"));
        assertFalse(JsonParser.parseString(lines.get(1)).getAsJsonObject().has("error"));
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("bad.txt"));
    }

    @Test
    void aMissingFileIsNotABadOne() {
        CommandRun run = CommandRun.of("layout", "--cpuid", "/no/such/file");
        assertEquals(ExitCode.INPUT_MISSING, run.code());
        assertTrue(run.err().contains("there is no such file"), run.err());
    }

    @Test
    void logicalCpusThatAgreeAreOneEntryWhoseLabelNamesThem() {
        Path dump = TestInputs.corpus("cpuid/instlatx64-GenuineIntel0050654_SkylakeD_CPUID.txt");
        CommandRun run = CommandRun.of("layout", "--cpuid", dump.toString(), "--json");
        JsonObject cpu = onlyCpu(run);
        assertTrue(cpu.get("label").getAsString().matches(".*0\\.\\.\\d+"), cpu.get("label").getAsString());
        assertEquals(2696, cpu.get("size").getAsInt());
    }

    @Test
    void siblingsThatTheDumpCallsVirtualAreNoCoreTypeOfTheirOwn(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String label : List.of("0", "1 Virtual", "2", "3 Virtual")) {
            text.append("------[ Logical CPU #").append(label).append(" ]------\n").append("""
                    CPUID 00000000: 0000000D-68747541-444D4163-69746E65 [AuthenticAMD]
                    CPUID 00000001: 00820F01-00080800-7ED8320B-178BFBFF
                    CPUID 0000000D: 00000007-00000340-00000340-00000000 [SL 00]
                    CPUID 0000000D: 0000000F-00000340-00000000-00000000 [SL 01]
                    CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
                    """);
        }
        Path dump = Files.writeString(folder.resolve("smt.txt"), text);
        CommandRun run = CommandRun.of("layout", "--cpuid", dump.toString(), "--json");
        assertEquals("Logical CPU #0..3", onlyCpu(run).get("label").getAsString());
    }

    @Test
    void whatFollowsFromASizeThatTheDumpLacksIsNotInvented(@TempDir Path folder) throws IOException {
        // a Skylake whose sub-leaf 4 was masked: BNDCSR has no size, so nobody can say where PT lies behind it
        Path dump = Files.writeString(folder.resolve("masked.txt"), """
                CPUID 00000000: 00000016-756E6547-6C65746E-49656E69
                CPUID 00000001: 000506E3-00100800-7FFAFBFF-BFEBFBFF
                CPUID 0000000D: 0000001F-00000440-00000440-00000000 [SL 00]
                CPUID 0000000D: 0000000F-00000440-00000100-00000000 [SL 01]
                CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
                CPUID 0000000D: 00000040-000003C0-00000000-00000000 [SL 03]
                CPUID 0000000D: 00000000-00000000-00000000-00000000 [SL 04]
                CPUID 0000000D: 00000080-00000000-00000001-00000000 [SL 08]
                """);
        CommandRun run = CommandRun.of("layout", "--cpuid", dump.toString(), "--compacted", "--json");
        JsonObject compacted = onlyCpu(run);
        assertEquals(832, component(compacted, 3).get("offset").getAsInt());
        assertTrue(component(compacted, 4).get("offset").isJsonNull());
        assertTrue(component(compacted, 8).get("offset").isJsonNull());
        assertEquals(128, component(compacted, 8).get("size").getAsInt());
        assertTrue(compacted.get("size").isJsonNull());
        JsonObject standard = onlyCpu(CommandRun.of("layout", "--cpuid", dump.toString(), "--json"));
        assertTrue(standard.get("size").isJsonNull());
        JsonObject without = onlyCpu(
                CommandRun.of("layout", "--cpuid", dump.toString(), "--xcr0", "0x7", "--json"));
        assertEquals(832, without.get("size").getAsInt());
        assertTrue(CommandRun.of("layout", "--cpuid", dump.toString()).out()
                .contains("standard, at least 1,024 bytes (CPUID: 1,088)"));
    }

    @Test
    void aDumpWithoutLeafDHasNullsAnErrorAndExit65() {
        Path dump = TestInputs.corpus("cpuid/pytorch-cpuinfo-zenfone-2.log");
        CommandRun run = CommandRun.of("layout", "--cpuid", dump.toString(), "--json");
        assertEquals(ExitCode.BAD_INPUT, run.code());
        JsonObject cpu = onlyCpu(run);
        assertTrue(cpu.get("xcr0").isJsonNull());
        assertTrue(cpu.get("components").isJsonNull());
        assertEquals("error",
                cpu.getAsJsonArray("findings").get(0).getAsJsonObject().get("severity").getAsString());
    }

    @Test
    void equalInputGivesEqualBytes() {
        assertEquals(CommandRun.of("layout", "--cpu", "apx", "--json"),
                CommandRun.of("layout", "--cpu", "apx", "--json"));
    }

    @Test
    void thePictureIsWellFormedAndDrawsEveryComponent(@TempDir Path folder) throws Exception {
        Path svg = folder.resolve("layout.svg");
        assertEquals(0, CommandRun.of("layout", "--cpu", "spr", "--svg", svg.toString()).code());
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        var document = factory.newDocumentBuilder().parse(svg.toFile());
        String text = document.getDocumentElement().getTextContent();
        for (String name : List.of("x87", "SSE", "AVX", "opmask", "ZMM_Hi256", "Hi16_ZMM", "PKRU", "XTILECFG",
                "XTILEDATA", "hole")) {
            assertTrue(text.contains(name), name);
        }
        assertEquals(List.of(svg), Files.list(folder).toList(), "no half-written neighbour is left");
    }

    @Test
    void bothFormatsComeOneAfterTheOther() {
        List<String> lines = CommandRun.of("layout", "--cpu", "zen3", "--both", "--json").out().lines()
                .toList();
        assertEquals(List.of("standard", "compacted"),
                lines.stream()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject().getAsJsonArray("cpus")
                                .get(0).getAsJsonObject().get("format").getAsString())
                        .toList());
    }

    @Test
    void switchingABitSwitchesWhatDependsOnIt() {
        CommandRun run = CommandRun.of("layout", "--cpu", "sapphirerapids", "--without", "avx", "--json");
        JsonObject cpu = onlyCpu(run);
        assertEquals("0x60203", cpu.get("xcr0").getAsString());
        assertEquals("layout-switched",
                cpu.getAsJsonArray("findings").get(0).getAsJsonObject().get("id").getAsString());
        assertEquals("0x602e7", onlyCpu(CommandRun.of("layout", "--cpu", "sapphirerapids", "--without", "avx",
                "--with", "Hi16_ZMM", "--json")).get("xcr0").getAsString());
    }

    @Test
    void aBitThatCannotBeSwitchedIsAFinding() {
        CommandRun run = CommandRun.of("layout", "--cpu", "zen3", "--with", "opmask");
        assertEquals(ExitCode.FINDINGS, run.code());
        assertTrue(run.out().contains("layout-switch-refused"), run.out());
        assertEquals(ExitCode.USAGE, CommandRun.of("layout", "--cpu", "zen3", "--with", "nonsense").code());
    }

    @Test
    void aPictureThatCannotBeWrittenSaysSo(@TempDir Path folder) {
        CommandRun run = CommandRun.of("layout", "--cpu", "zen3", "--svg",
                folder.resolve("no/dir.svg").toString());
        assertEquals(ExitCode.CANNOT_WRITE, run.code());
    }
}
