package org.xstate.formats.cpuid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;
import org.xstate.layout.cpuid.CpuidRegisters;

/** Samples of every format, written for these tests with the numbers of known processors. */
class CpuidSamplesTest {

    private static final CpuidRegisters ZEN3_D1 = new CpuidRegisters(0xf, 0x368, 0x1800, 0);

    private static CpuidDocument read(String text) {
        return CpuidTexts.read("sample", text);
    }

    private static List<String> labels(CpuidDocument document) {
        return document.dumps().stream().map(CpuidDump::label).toList();
    }

    private static Optional<CpuidRegisters> leafD(CpuidDocument document, int part, int subleaf) {
        return document.dumps().get(part).table().get(0xd, subleaf);
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    @Test
    void cpuidRawReadsSeveralCpus() {
        CpuidDocument document = read("""
                CPU 0:
                   0x00000000 0x00: eax=0x00000010 ebx=0x68747541 ecx=0x444d4163 edx=0x69746e65
                   0x0000000d 0x01: eax=0x0000000f ebx=0x00000368 ecx=0x00001800 edx=0x00000000
                   0x0000000d 0x3e: eax=0x00000080 ebx=0x00000340 ecx=0x00000000 edx=0x00000000
                CPU 1:
                   0x00000000 0x00: eax=0x00000010 ebx=0x68747541 ecx=0x444d4163 edx=0x69746e65
                """);
        assertEquals("cpuid -r", document.format());
        assertEquals(List.of("CPU 0", "CPU 1"), labels(document));
        assertEquals(Optional.of(ZEN3_D1), leafD(document, 0, 1));
        assertEquals(Optional.of(new CpuidRegisters(0x80, 0x340, 0, 0)), leafD(document, 0, 62));
        assertEquals(List.of(), document.findings());
    }

    @Test
    void aMailThatQuotesTheOutputIsRead() {
        CpuidDocument document = read("""
                On Monday somebody wrote:
                > CPU:
                >    0x0000000d 0x01: eax=0x0000000f ebx=0x00000368 ecx=0x00001800 edx=0x00000000
                > >    0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
                """);
        assertEquals(List.of("CPU"), labels(document));
        assertEquals(2, document.dumps().getFirst().table().entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPUID 0000000D: 0000000F-00000368-00001800-00000000 [SL 01]",
        "CPUID 0000000D: 0000000F-00000368-00001800-00000000 [SL 01] [SSE]",
        "cpuid 0000000d: 0000000f-00000368-00001800-00000000 [sl 01]",
        "CPUID 0000000D 0000000F-00000368-00001800-00000000 [SL 01]",
        "CPUID 0000000D: 0000000F 00000368 00001800 00000000 [SL 1]",
        "  CPUID 0x0000000D: 0x0000000F 0x00000368 0x00001800 0x00000000 (SL 01)"})
    void instLatx64LinesOfAllShapesSayTheSame(String line) {
        CpuidDocument document = read(line + "\n");
        assertEquals("InstLatx64", document.format());
        assertEquals(Optional.of(ZEN3_D1), leafD(document, 0, 1));
        assertEquals(List.of("CPU"), labels(document));
    }

    @Test
    void sectionsOtherThanCpusAreNotTaken() {
        CpuidDocument document = read("""
                ------[ CPU Info ]------
                CPUID Manufacturer: AuthenticAMD
                CPUID Revision    : 00A10F81h
                ------[ CPUID Registers / Logical CPU #7 ]------
                CPUID 00000000: 0000000D-68747541-444D4163-69746E65 [AuthenticAMD]
                ------[ All CPUs ]------
                CPU   0: APICID   0 / Package 0 / Core  0 / Thread 0: Valid
                ------[ MSR Registers / Logical CPU #7 ]------
                MSR 0000001B: 0000-0000-FEE0-0900
                --------------------------------------------------------------------------------
                x86-64-v3
                """);
        assertEquals(List.of("Logical CPU #7"), labels(document));
        assertEquals(List.of(), document.findings());
        assertEquals(List.of(), document.dumps().getFirst().findings());
    }

    @Test
    void cpusWithoutHeadingsAreToldApartByLeaf0() {
        CpuidDocument document = read("""
                CPUID 00000000: 0000000D-68747541-444D4163-69746E65
                CPUID 00000001: 00870F10-000C0800-7ED8320B-178BFBFF
                CPUID 00000000: 0000000D-68747541-444D4163-69746E65
                CPUID 00000001: 00870F10-010C0800-7ED8320B-178BFBFF
                """);
        assertEquals(List.of("CPU #0", "CPU #1"), labels(document));
        assertEquals(0x010c0800, document.dumps().get(1).table().get(1).orElseThrow().ebx());
    }

    @Test
    void damagedLinesAreReportedWithTheirNumberAndLeftOut() {
        CpuidDocument document = read("""
                CPUID 00000000: 0000000D-68747541-444D4163-69746E65
                CPUID 0000000D: 0000000F-00000368-00001800
                CPUID 0000000D: < FAILED >
                CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL XY]
                """);
        assertEquals(List.of("line 2", "line 3", "line 4"),
                document.findings().stream().map(Finding::where).toList());
        assertEquals(List.of("cpuid-line-unreadable", "cpuid-line-unreadable", "cpuid-line-unreadable"),
                ids(document.findings()));
        assertEquals(1, document.dumps().getFirst().table().entries().size());
    }

    @Test
    void aLineThatContradictsItselfIsReportedAndTheFirstCounts() {
        CpuidDocument document = read("""
                CPUID 0000000D: 0000000F-00000368-00001800-00000000 [SL 01]
                CPUID 0000000D: 0000000F-00000370-00001800-00000000 [SL 02]
                CPUID 0000000D: 0000000E-00000000-00000000-00000000 [SL 02]
                """);
        assertEquals(0x370, leafD(document, 0, 2).orElseThrow().ebx());
        assertEquals(List.of("cpuid-duplicate"), ids(document.dumps().getFirst().findings()));
        assertEquals("line 3", document.dumps().getFirst().findings().getFirst().where());
    }

    @Test
    void libcpuidArraysAreLeavesAndSubleavesByTheirNames() {
        CpuidDocument document = read("""
                version=0.6.2
                basic_cpuid[0]=0000000d 756e6547 6c65746e 49656e69
                basic_cpuid[13]=00000007 00000340 00000340 00000000
                basic_cpuid[14]=00000007 00000340 00000340 00000000
                ext_cpuid[8]=00003027 00000000 00000000 00000000
                intel_fn11[1]=00000004 00000008 00000201 00000000
                intel_fn12h[0]=00000001
                --------------------------------------------------------------------------------
                general
                """);
        assertEquals("libcpuid raw", document.format());
        assertEquals(Optional.of(new CpuidRegisters(7, 0x340, 0x340, 0)), leafD(document, 0, 0));
        assertTrue(document.dumps().getFirst().table().get(0xe).isEmpty(), "beyond the highest leaf");
        assertEquals(0x3027, document.dumps().getFirst().table().get(0x80000008).orElseThrow().eax());
        assertEquals(0x201, document.dumps().getFirst().table().get(0xb, 1).orElseThrow().ecx());
        assertEquals(List.of("line 7"), document.findings().stream().map(Finding::where).toList());
        assertEquals(List.of("cpuid-format-without-subleaves", "cpuid-beyond-maximum"),
                ids(document.dumps().getFirst().findings()));
    }

    @Test
    void libcpuidNamesTheCpusOfItsRawFormBetweenUnderscores() {
        CpuidDocument document = read("""
                _________________ Logical CPU #0 _________________
                basic_cpuid[0]=00000001 756e6547 6c65746e 49656e69
                basic_cpuid[13]=00000000 00000000 00000000 00000000
                _________________ Logical CPU #1 _________________
                basic_cpuid[0]=0000000d 756e6547 6c65746e 49656e69
                basic_cpuid[13]=00000007 00000340 00000340 00000000
                """);
        assertEquals(List.of("Logical CPU #0", "Logical CPU #1"), labels(document));
        assertEquals(Optional.empty(), leafD(document, 0, 0));
        assertEquals(List.of(), document.dumps().getFirst().findings());
        assertEquals(7, leafD(document, 1, 0).orElseThrow().eax());
    }

    @Test
    void xenTakesFfffffffAsNoSubleafAndLeavesMsrsOut() {
        CpuidDocument document = read("""
                Xen reports there are maximum 119 leaves and 2 MSRs
                Host policy: 32 leaves, 2 MSRs
                 CPUID:
                  leaf     subleaf  -> eax      ebx      ecx      edx
                  00000000:ffffffff -> 0000000d:756e6547:6c65746e:49656e69
                  0000000d:00000001 -> 0000000f:00000000:00019900:00000000
                 MSRs:
                  index    -> value
                  000000ce -> 0000000080000000
                HVM Max policy: 31 leaves, 2 MSRs
                  00000007:00000000 -> 00000000:00000201:0000
                """);
        assertEquals("xen-cpuid", document.format());
        assertEquals(List.of("Host policy"), labels(document));
        assertEquals(13, document.dumps().getFirst().table().get(0).orElseThrow().eax());
        assertEquals(0x19900, leafD(document, 0, 1).orElseThrow().ecx());
        assertEquals(List.of("cpuid-line-unreadable", "cpuid-part-empty"), ids(document.findings()));
        assertEquals("line 11", document.findings().getFirst().where());
        assertTrue(document.findings().getLast().message().endsWith("HVM Max policy"));
    }

    @Test
    void virtualBoxHostLinesMayNameTheirOwnLeaf() {
        CpuidDocument document = read("""
                00:00:04.809441 Gst: 0000000d/0001  00000000 00000440 00000000 00000000
                00:00:04.809442 Hst:                0000000f 00000440 00000100 00000000
                00:00:04.809471 Hst: 00000015/0000  00000002 000000d8 00000000 00000000
                00:00:04.809472 Hst:                00000002 000000d8 00000000 00000000
                """);
        assertEquals(List.of("guest", "host"), labels(document));
        assertEquals(0x100, leafD(document, 1, 1).orElseThrow().ecx());
        assertEquals(0xd8, document.dumps().get(1).table().get(0x15).orElseThrow().ebx());
        assertEquals(List.of("line 4"), document.findings().stream().map(Finding::where).toList());
    }

    @Test
    void vmwareLogsHoldHostGuestAndWhatOneCpuHasDifferent() {
        CpuidDocument document = read(
                """
                        2021-03-01T10:00:00.000| vmx| I125: hostCPUID level 00000000, 0: 0x00000016 0x756e6547 0x6c65746e 0x49656e69
                        2021-03-01T10:00:00.000| vmx| I125: hostCPUID level 0000000d, 1: 0x0000000f 0x00000340 0x00000000 0x00000000
                        2021-03-01T10:00:00.000| vmx| I125: guestCPUID level 0000000d, 1: 0x0000000f 0x00000440 0x00000000 0x00000000
                        2021-03-01T10:00:00.000| vmx| I125: CPUID[1] level 00000001,  0: 0x000906ea 0x01100800 0x7ffafbbf 0xbfebfbff
                        2021-03-01T10:00:00.000| vmx| I125: hostCPUID level 0000000d, 2: 0x00000100 0x00000240
                        """);
        assertEquals("VMware log", document.format());
        assertEquals(List.of("host", "guest", "CPUID[1]"), labels(document));
        assertEquals(0x340, leafD(document, 0, 1).orElseThrow().ebx());
        assertEquals(0x440, leafD(document, 1, 1).orElseThrow().ebx());
        assertEquals(List.of("line 5"), document.findings().stream().map(Finding::where).toList());
    }

    @Test
    void kvmTracesAreReadByThreadAndTheNewestAnswerCounts() {
        CpuidDocument document = read(
                """
                         CPU 0/KVM-4711  [003] .....   100.000001: kvm_cpuid: func 0 idx 7 rax d rbx 68747541 rcx 444d4163 rdx 69746e65, cpuid entry found
                         CPU 0/KVM-4711  [003] .....   100.000002: kvm_cpuid: func d idx 0 rax 7 rbx 240 rcx 340 rdx 0, cpuid entry found
                         CPU 1/KVM-4712  [001] .....   100.000003: kvm_cpuid: func d idx 1 rax f rbx 368 rcx 1800 rdx 0, cpuid entry found
                         CPU 0/KVM-4711  [003] .....   100.000004: kvm_cpuid: func d idx 0 rax 7 rbx 340 rcx 340 rdx 0, cpuid entry found
                         CPU 0/KVM-4711  [002] .....   100.000005: kvm_cpuid: func 80000023 idx 1 rax f rbx 240 rcx 0 rdx 0, cpuid entry not found, used max basic
                        """);
        assertEquals("KVM trace", document.format());
        assertEquals(List.of("CPU 0/KVM-4711", "CPU 1/KVM-4712"), labels(document));
        assertEquals(13, document.dumps().getFirst().table().get(0).orElseThrow().eax());
        assertEquals(0x340, leafD(document, 0, 0).orElseThrow().ebx());
        assertEquals(Optional.of(ZEN3_D1), leafD(document, 1, 1));
        assertTrue(document.dumps().getFirst().table().get(0x80000023).isEmpty());
        assertEquals(List.of("kvm-cpuid-max-basic", "cpuid-duplicate"),
                ids(document.dumps().getFirst().findings()));
    }

    @Test
    void sdeDefinitionsMayLeaveTheSubleafOpen() {
        CpuidDocument document = read("""
                # a server processor
                00000000 ******** => 00000020 756e6547 6c65746e 49656e69
                0000000d 00000000 => 000602e7 00002b00 00002b00 00000000
                0000000d 00000012 => 00002000 00000b00 00000006 00000000  # tile data
                0000000d ******** => 00000000 00000000 00000000 00000000
                0000000e 00000000 => 1 2 3
                """);
        assertEquals("Intel SDE definition", document.format());
        assertEquals(0x20, document.dumps().getFirst().table().get(0).orElseThrow().eax());
        assertEquals(0x602e7, leafD(document, 0, 0).orElseThrow().eax());
        assertEquals(Optional.of(new CpuidRegisters(0x2000, 0xb00, 6, 0)), leafD(document, 0, 18));
        assertEquals(List.of("line 6"), document.findings().stream().map(Finding::where).toList());
    }

    @Test
    void onlyItsFirstLeafBeginsAnSdeDefinitionAnew() {
        CpuidDocument document = read("""
                00000000 ******** => 00000020 756e6547 6c65746e 49656e69
                0000000d 00000000 => 000602e7 00002b00 00002b00 00000000
                00000014 ******** => 00000001 0000000f 00000007 00000000
                00000014 ******** => 02490002 003f1fff 00000000 00000000
                00000000 ******** => 00000020 756e6547 6c65746e 49656e69
                """);
        assertEquals(2, document.dumps().size());
        assertEquals(List.of("cpuid-duplicate"), ids(document.dumps().getFirst().findings()));
        assertEquals(List.of(), ids(document.dumps().get(1).findings()));
    }

    @Test
    void kcpuidNumbersItsSubleavesInDecimal() {
        CpuidDocument document = read("""
                Basic Leafs :
                ================
                0x00000000: EAX=0x0000000d, EBX=0x68747541, ECX=0x444d4163, EDX=0x69746e65
                0x0000000d: subleafs:
                  0: EAX=0x00000207, EBX=0x00000340, ECX=0x00000988, EDX=0x00000000
                  1: EAX=0x0000000f, EBX=0x00000368, ECX=0x00001800, EDX=0x00000000
                 11: EAX=0x00000010, EBX=0x00000000, ECX=0x00000001, EDX=0x00000000
                Extended Leafs :
                ================
                0x80000000: EAX=0x80000023, EBX=0x68747541, ECX=0x444d4163
                """);
        assertEquals("kcpuid -r", document.format());
        assertEquals(Optional.of(ZEN3_D1), leafD(document, 0, 1));
        assertEquals(Optional.of(new CpuidRegisters(0x10, 0, 1, 0)), leafD(document, 0, 11));
        assertEquals(List.of("line 10"), document.findings().stream().map(Finding::where).toList());
    }

    @Test
    void kcpuidMayPrintSubleavesUnderTheFirstLineOfTheLeaf() {
        CpuidDocument document = read("""
                0x0000000d: EAX=0x00000207, EBX=0x00000340, ECX=0x00000988, EDX=0x00000000
                   subleaf  1: EAX=0x0000000f, EBX=0x00000368, ECX=0x00001800, EDX=0x00000000
                """);
        assertEquals(0x207, leafD(document, 0, 0).orElseThrow().eax());
        assertEquals(Optional.of(ZEN3_D1), leafD(document, 0, 1));
    }

    @Test
    void turbostatGivesLeaf0AndSaysThatThereIsNoMore() {
        CpuidDocument document = read("""
                turbostat version 2023.11.07 - Len Brown
                CPUID(0): GenuineIntel 0x16 CPUID levels
                CPUID(1): family:model:stepping 0x6:9e:d (6:158:13) microcode 0xf8
                """);
        assertEquals("turbostat", document.format());
        assertEquals(Optional.of(new CpuidRegisters(0x16, 0x756e6547, 0x6c65746e, 0x49656e69)),
                document.dumps().getFirst().table().get(0));
        assertEquals(List.of("cpuid-format-without-leaf-d"), ids(document.dumps().getFirst().findings()));
        assertEquals(22,
                read("CPUID(0): GenuineIntel 22 CPUID levels; family:model:stepping 0x6:5e:3\n").dumps()
                        .getFirst().table().get(0).orElseThrow().eax());
    }

    @Test
    void oldBootLogsPrintHexadecimalSizes() {
        CpuidDump dump = read(
                """
                        [    0.000000] x86/fpu: xstate_offset[2]: 0240, xstate_sizes[2]: 0100
                        [    0.000000] x86/fpu: xstate_offset[3]: 03c0, xstate_sizes[3]: 0040
                        [    0.000000] x86/fpu: xstate_offset[4]: 0400, xstate_sizes[4]: 0040
                        [    0.000000] x86/fpu: Enabled xstate features 0x1f, context size is 0x440 bytes, using 'standard' format.
                        """)
                .dumps().getFirst();
        String message = dump.findings().getFirst().message();
        assertTrue(message.contains("2: 256 bytes at 576, 3: 64 bytes at 960, 4: 64 bytes at 1024"), message);
        assertTrue(message.contains("standard format, as CPUID gives them"), message);
        assertEquals(List.of("linux-boot-log-only"), ids(dump.findings()));
    }

    @Test
    void aBootLogThatLacksComponentsIsSaidToBeIncomplete() {
        CpuidDump dump = read("""
                x86/fpu: xstate_offset[2]:  576, xstate_sizes[2]:  256
                x86/fpu: Enabled xstate features 0x207, context size is 840 bytes, using 'compacted' format.
                """).dumps().getFirst();
        assertEquals(List.of("linux-boot-log-only", "linux-boot-log-size"), ids(dump.findings()));
        assertEquals(List.of("linux-boot-log-size"),
                ids(read("x86/fpu: xstate_offset[2]:  576, xstate_sizes[2]:  256\n").dumps().getFirst()
                        .findings()));
    }

    @Test
    void theEncodingIsFoundOut() {
        String text = "CPU 0:\r\n   0x0000000d 0x01: eax=0x0000000f ebx=0x00000368 ecx=0x00001800 edx=0x00000000\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            CpuidDocument document = CpuidTexts.read("sample", text.getBytes(charset));
            assertEquals(Optional.of(ZEN3_D1), leafD(document, 0, 1), charset.name());
            assertEquals(List.of("CPU 0"), labels(document), charset.name());
            assertEquals(List.of(), document.findings(), charset.name());
        }
        byte[] latin1 = ("\u00e9t\u00e9\n" + text).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(Optional.of(ZEN3_D1), leafD(CpuidTexts.read("sample", latin1), 0, 1));
    }

    @Test
    void nulCharactersAreReadAsSpacesAndReported() {
        String text = "CPUID 0000000D: 0000000F-00000368-00001800-00000000 [SL 01]\n";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        bytes[5] = 0;
        for (CpuidDocument document : List.of(CpuidTexts.read("sample", bytes),
                read(text.replace("CPUID ", "CPUID" + (char) 0)))) {
            assertEquals(Optional.of(ZEN3_D1), leafD(document, 0, 1));
            assertEquals(List.of("cpuid-text-nul-bytes"), ids(document.findings()));
        }
    }

    @Test
    void whatIsNoCpuidTextIsRefusedWithWhatWasSeen() {
        CpuidDocument document = read("hello, world\nCPU 0:\n");
        assertEquals("unknown", document.format());
        assertEquals(List.of(), document.dumps());
        assertEquals(List.of("cpuid-text-unrecognised"), ids(document.findings()));
        assertTrue(document.findings().getFirst().message().contains("\"hello, world\""));
        assertTrue(read("").findings().getFirst().message().contains("it is empty"));
    }

    @Test
    void aSecondFormatInTheTextIsMentioned() {
        CpuidDocument document = read("""
                CPUID 0000000D: 0000000F-00000368-00001800-00000000 [SL 01]
                CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
                   0x0000000d 0x01: eax=0x0000000f ebx=0x00000368 ecx=0x00001800 edx=0x00000000
                """);
        assertEquals("InstLatx64", document.format());
        assertEquals(List.of("cpuid-other-format"), ids(document.findings()));
    }
}
