package org.xstate.formats.cpuid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.formats.Corpus;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;
import org.xstate.layout.cpuid.CpuidRegisters;

/** Recorded texts in place. Expected numbers were read off the files by eye or are counted here in another way. */
class CorpusCpuidTest {

    private static CpuidDocument read(String file) {
        return CpuidTexts.read(file, Corpus.bytes("cpuid/" + file));
    }

    private static List<String> findings(CpuidDocument document) {
        List<String> ids = new ArrayList<>();
        document.findings().forEach(f -> ids.add(f.id()));
        document.dumps().forEach(d -> d.findings().forEach(f -> ids.add(f.id())));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpuid-r-fragment-sapphirerapids.txt                             | cpuid -r   | 1
            instlatx64-AuthenticAMD0600F12_K15_Interlagos_CPUID2.txt        | InstLatx64 | 24
            instlatx64-AuthenticAMD0870F10_K17_Matisse_CPUID2.txt           | InstLatx64 | 12
            instlatx64-AuthenticAMD0A10F81_K19_StormPeak_01_CPUID.txt       | InstLatx64 | 3
            instlatx64-AuthenticAMD0A20F10_K19_Vermeer_CPUID1.txt           | InstLatx64 | 32
            instlatx64-AuthenticAMD0B40F40_K20_GraniteRidge_03_CPUID.txt    | InstLatx64 | 16
            instlatx64-CentaurHauls00507B3_KX40000_01_CPUID.txt             | InstLatx64 | 16
            instlatx64-GenuineIntel0050654_SkylakeD_CPUID.txt               | InstLatx64 | 32
            instlatx64-GenuineIntel00506E3_SkyLake_01_CPUID.txt             | InstLatx64 | 8
            instlatx64-GenuineIntel00606A6_ICX_CPUID3.txt                   | InstLatx64 | 3
            instlatx64-GenuineIntel00806F8_SapphireRapids_06_CPUID.txt      | InstLatx64 | 3
            instlatx64-GenuineIntel0090675_AlderLake_02_CPUID.txt           | InstLatx64 | 4
            instlatx64-GenuineIntel00C0652_ArrowLakeH_04_CPUID.txt          | InstLatx64 | 3
            libcpuid-amd-ryzen-5-3600-6-core-processor.test                 | InstLatx64 | 12
            libcpuid-amd-ryzen-7-9700x-8-core-processor.test                | InstLatx64 | 16
            libcpuid-intel-core-i7-4770-cpu.test                            | InstLatx64 | 8
            libcpuid-qemu-virtual-cpu-version.test                          | libcpuid raw | 1
            linux-dmesg-fpu-zen3-vm.txt                                     | Linux boot log | 1
            linux-proc-cpuinfo-zen3-vm.txt                                  | /proc/cpuinfo | 1
            virtualbox-vboxlog-ivybridge.txt                                | VirtualBox log | 2
            xen-cpuid-p-ivybridge-ep.txt                                    | xen-cpuid  | 2
            pytorch-cpuinfo-zenfone-2.log                                   | InstLatx64 | 1
            """)
    void everyFileHasItsFormatAndItsNumberOfParts(String file, String format, int parts) {
        CpuidDocument document = read(file);
        assertEquals(format, document.format());
        assertEquals(parts, document.dumps().size());
    }

    @Test
    void everyTaggedLineOfLeafDIsInTheDumpOfItsPart() throws Exception {
        for (Path file : Corpus.files("cpuid")) {
            List<Map<Integer, CpuidRegisters>> expected = taggedLeafD(file);
            if (expected.isEmpty()) {
                continue;
            }
            List<CpuidDump> dumps = read(file.getFileName().toString()).dumps();
            assertEquals(expected.size(), dumps.size(), file.toString());
            for (int i = 0; i < expected.size(); i++) {
                Map<Integer, CpuidRegisters> actual = new TreeMap<>();
                dumps.get(i).table().leaf(0xd).entries()
                        .forEach((key, value) -> actual.put(key.subleaf(), value));
                assertEquals(expected.get(i), actual, file + " part " + i);
            }
        }
    }

    /** Another way to the same numbers: split at column positions, a part begins where the sub-leaf is 0. */
    private static List<Map<Integer, CpuidRegisters>> taggedLeafD(Path file) throws Exception {
        List<Map<Integer, CpuidRegisters>> parts = new ArrayList<>();
        try (Stream<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines()) {
            lines.filter(line -> line.startsWith("CPUID 0000000D: ") && line.contains("[SL "))
                    .forEach(line -> {
                        int at = line.indexOf("[SL ") + 4;
                        int subleaf = Integer.parseInt(line.substring(at, at + 2), 16);
                        if (subleaf == 0) {
                            parts.add(new TreeMap<>());
                        }
                        int[] words = new int[4];
                        for (int i = 0; i < 4; i++) {
                            words[i] = Integer.parseUnsignedInt(line.substring(16 + 9 * i, 24 + 9 * i), 16);
                        }
                        parts.getLast().put(subleaf,
                                new CpuidRegisters(words[0], words[1], words[2], words[3]));
                    });
        }
        return parts;
    }

    @Test
    void theFragmentOfASapphireRapidsHostHasFifteenSubleaves() {
        CpuidDump dump = read("cpuid-r-fragment-sapphirerapids.txt").dumps().getFirst();
        assertEquals("CPU", dump.label());
        assertEquals(15, dump.table().leaf(0xd).entries().size());
        assertEquals(new CpuidRegisters(0x2000, 0xb00, 6, 0), dump.table().get(0xd, 18).orElseThrow());
        assertEquals(List.of(), dump.findings());
    }

    @Test
    void labelsAreThoseOfTheSource() {
        assertEquals(List.of("Logical CPU #0", "Logical CPU #1", "Logical CPU #191"),
                read("instlatx64-AuthenticAMD0A10F81_K19_StormPeak_01_CPUID.txt").dumps().stream()
                        .map(CpuidDump::label).toList());
        assertEquals("CPU#031",
                read("instlatx64-AuthenticAMD0A20F10_K19_Vermeer_CPUID1.txt").dumps().getLast().label());
    }

    @Test
    void matisseWithoutSubleafNumbersIsReadWithAWarningForEachPart() {
        CpuidDocument document = read("instlatx64-AuthenticAMD0870F10_K17_Matisse_CPUID2.txt");
        for (CpuidDump dump : document.dumps()) {
            assertEquals(3, dump.table().leaf(0xd).entries().size());
            assertEquals(new CpuidRegisters(0xf, 0x340, 0, 0), dump.table().get(0xd, 1).orElseThrow());
            assertEquals(new CpuidRegisters(0x100, 0x240, 0, 0), dump.table().get(0xd, 2).orElseThrow());
            assertTrue(dump.findings().stream().anyMatch(
                    f -> f.id().equals("cpuid-subleaf-deduced") && f.message().contains("sub-leaf 0, 1, 2")),
                    dump.findings()::toString);
        }
        assertEquals("lines 14 to 16", document.dumps().getFirst().findings().getFirst().where());
    }

    @Test
    @DisplayName("files without defects give no findings about their lines")
    void cleanFilesGiveNoFindings() {
        for (String file : List.of("instlatx64-GenuineIntel00506E3_SkyLake_01_CPUID.txt",
                "instlatx64-AuthenticAMD0B40F40_K20_GraniteRidge_03_CPUID.txt",
                "instlatx64-GenuineIntel00806F8_SapphireRapids_06_CPUID.txt", "pytorch-cpuinfo-zenfone-2.log",
                "libcpuid-amd-ryzen-7-9700x-8-core-processor.test")) {
            assertEquals(List.of(), findings(read(file)), file);
        }
    }

    @Test
    void theQemuCpuOfLibcpuidHasNoLeafDSinceItsHighestLeafIs4() {
        CpuidDump dump = read("libcpuid-qemu-virtual-cpu-version.test").dumps().getFirst();
        assertTrue(dump.table().get(0xd).isEmpty());
        assertEquals(new CpuidRegisters(0x000006d3, 0x00000800, 0x80002001, 0x078bfbfd),
                dump.table().get(1).orElseThrow());
        assertEquals(new CpuidRegisters(0x143, 0x03c0003f, 0xfff, 1), dump.table().get(4, 2).orElseThrow());
        assertEquals(new CpuidRegisters(0x8000000a, 0x68747541, 0x444d4163, 0x69746e65),
                dump.table().get(0x80000000).orElseThrow());
        assertTrue(dump.findings().stream().anyMatch(f -> f.id().equals("cpuid-beyond-maximum")));
    }

    @Test
    void xenPoliciesAreReadWithTheirNamesAndZeroedSizes() {
        List<CpuidDump> dumps = read("xen-cpuid-p-ivybridge-ep.txt").dumps();
        assertEquals(List.of("Raw policy", "PV Max policy"), dumps.stream().map(CpuidDump::label).toList());
        assertEquals(new CpuidRegisters(7, 0x340, 0x340, 0), dumps.get(0).table().get(0xd).orElseThrow());
        assertEquals(new CpuidRegisters(7, 0, 0x340, 0), dumps.get(1).table().get(0xd).orElseThrow());
        assertEquals(24, dumps.get(0).table().entries().size());
        assertEquals(List.of(), dumps.get(0).findings());
        assertEquals("xen-policy-dynamic-size", dumps.get(1).findings().getFirst().id());
    }

    @Test
    void virtualBoxGivesGuestAndHostAndReportsTheLineWhoseLeafIsCutOff() {
        CpuidDocument document = read("virtualbox-vboxlog-ivybridge.txt");
        assertEquals(List.of("guest", "host"), document.dumps().stream().map(CpuidDump::label).toList());
        assertEquals(new CpuidRegisters(0, 0, 0, 0),
                document.dumps().get(0).table().get(0xd, 1).orElseThrow());
        assertEquals(new CpuidRegisters(1, 0, 0, 0),
                document.dumps().get(1).table().get(0xd, 1).orElseThrow());
        assertEquals(4, document.dumps().get(1).table().leaf(0xd).entries().size());
        assertEquals("line 1", document.findings().getFirst().where());
    }

    @Test
    void theBootLogSaysThatItsOffsetsAreCompacted() {
        CpuidDump dump = read("linux-dmesg-fpu-zen3-vm.txt").dumps().getFirst();
        assertTrue(dump.table().isEmpty());
        assertEquals(List.of("linux-boot-log-only"), dump.findings().stream().map(f -> f.id()).toList());
        assertTrue(dump.findings().getFirst().message().contains("compacted format"));
        assertEquals(Map.of("xfeatures", 0x1807L, "size", 872L), dump.findings().getFirst().values());
    }

    @Test
    void cpuinfoGivesLeaf0AndNamesWhatItsFlagsSay() {
        CpuidDump dump = read("linux-proc-cpuinfo-zen3-vm.txt").dumps().getFirst();
        assertEquals("processor 0", dump.label());
        assertEquals(new CpuidRegisters(13, 0x68747541, 0x444d4163, 0x69746e65),
                dump.table().get(0).orElseThrow());
        String message = dump.findings().getFirst().message();
        assertTrue(message.contains("xsave, xsaveopt, xsavec, xgetbv1, xsaves"), message);
        assertTrue(message.contains("x87 (0), SSE (1), AVX (2);"), message);
    }
}
