package org.xstate.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.damaged;
import static org.xstate.layout.Cpus.mask;
import static org.xstate.layout.Cpus.only;
import static org.xstate.layout.Cpus.read;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.layout.cpu.Migration;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.ImageScan;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.layout.image.XsaveImage;

/** What users of other tools ran into, as far as layouts, moves and CPUID answer it. */
class PublicReportsTest {

    private static Migration move(String from, String to) {
        return Migration.check(cpu(from), cpu(to), cpu(to).xcr0(), cpu(to).xss(), CATALOG);
    }

    private static ResolvedImage resolve(int size, long xstateBv, long features, String cpu) {
        MemorySegment area = MemorySegment.ofArray(new byte[size]);
        area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, xstateBv);
        return new LayoutResolver(CATALOG, Optional.of(cpu(cpu)))
                .resolve(ImageRecord.xsave("image", area, mask(features)));
    }

    /** rr-debugger/rr #3573: "offset/size/alignment differs for feature 5". */
    @Test
    void aTraceFromZen4HasItsAvx512StateElsewhereOnSkylake() {
        Migration migration = move("zen4", "skylake-sp");
        List<Map<String, Long>> differ = migration.findings().stream()
                .filter(f -> f.id().equals("migration-offset-differs")).map(Finding::values).toList();
        assertEquals(List.of(Map.of("source", 832L, "target", 1088L), Map.of("source", 896L, "target", 1152L),
                Map.of("source", 1408L, "target", 1664L), Map.of("source", 2432L, "target", 2688L)), differ);
        Migration avx512 = Migration.check(cpu("zen4"), cpu("skylake-sp"), mask(0xe7), mask(0), CATALOG);
        assertEquals(Migration.Verdict.LOSES, avx512.verdict());
    }

    /** rr-debugger/rr #2342 and pull request 2670; QEMU list, March 2022: assertion esa->size == eax on 3900X and 7402P. */
    @Test
    void pkruHas64BytesOnZen2AndNotTheManuals8() {
        Finding size = only("migration-size-differs", move("zen2", "zen3").findings());
        assertEquals(Map.of("source", 64L, "target", 8L), size.values());
        Finding reading = only("cpuid-size-unusual", read(damaged("zen2")).findings());
        assertEquals("PKRU (component 9) has 64 bytes here, the manual gives 8", reading.message());
    }

    /** go-delve/delve #3827: ZMM_Hi256 assumed at 1152. */
    @Test
    void zmmHi256LiesAt896OnAmd() {
        assertEquals(896, XsaveLayout.standard(cpu("zen4"), mask(0xe7)).placement(6).orElseThrow().offset());
        assertEquals(1152,
                XsaveLayout.standard(cpu("skylake-sp"), mask(0xe7)).placement(6).orElseThrow().offset());
    }

    /** checkpoint-restore/criu #1448, #2835; KVM_GET_XSAVE's structure has as many bytes. */
    @Test
    void theAreaOfSapphireRapidsDoesNotFitAPage() {
        Finding page = only("migration-area-over-page", move("sapphirerapids", "graniterapids").findings());
        assertEquals(11008L, page.values().get("source"));
        assertTrue(page.message().endsWith("cut off XTILEDATA"), page.message());
        assertFalse(Cpus.counted(move("skylake-sp", "icelake").findings())
                .containsKey("migration-area-over-page"));
    }

    /** cloud-hypervisor pull request 7534: an XSAVE2 area cut to 4096 bytes looks whole. */
    @Test
    void anAreaCutTo4096BytesIsTruncatedAsSoonAsTilesAreInUse() {
        ResolvedImage cut = resolve(4096, 0x602e7, 0x602e7, "sapphirerapids");
        Finding truncated = only("image-truncated", cut.findings());
        assertEquals(Map.of("area", 4096L, "layout", 11008L), truncated.values());
        assertTrue(truncated.message().endsWith("XTILEDATA cannot be read"), truncated.message());
        assertTrue(only("image-short", resolve(4096, 0x2e7, 0x602e7, "sapphirerapids").findings()).message()
                .contains("XTILEDATA, in the initial configuration"));
    }

    /** checkpoint-restore/criu pull request 2161: BNDREGS absent, BNDCSR present. */
    @Test
    void bndcsrWithoutBndregsIsNoValueOfXcr0() {
        var reading = read(damaged("skylake").put(0xd, 0, 0x17, 0x440, 0x440, 0));
        assertTrue(only("cpuid-xcr0-inconsistent", reading.findings()).message()
                .contains("BNDREGS (bit 3), BNDCSR (bit 4) must be set or clear together"));
        XsaveLayout layout = XsaveLayout.standard(reading.cpu().orElseThrow(), mask(0x17));
        assertEquals(1088, layout.size());
        assertEquals(List.of(new Hole(832, 192)), layout.holes());
    }

    /** checkpoint-restore/criu pull requests 1759 and 1880: reserved bits of MXCSR. */
    @Test
    void bit17OfMxcsrIsReservedOnIntel() {
        Finding reserved = only("migration-mxcsr-reserved", move("zen3", "alderlake").findings());
        assertEquals(Map.of("bits", 0x20000L), reserved.values());
        assertFalse(Cpus.counted(move("zen2", "zen3").findings()).containsKey("migration-mxcsr-reserved"));
    }

    /** Xen list, July 2024: the guest's state is larger than the target's. */
    @Test
    void aLargerAreaThanTheTargetsIsRefusedWithBothSizes() {
        Finding larger = only("migration-area-larger", move("skylake-sp", "haswell").findings());
        assertEquals(Map.of("source", 2696L, "target", 832L), larger.values());
        XsaveCpu icelake = cpu("icelake");
        Finding levelled = only("migration-area-larger",
                Migration.check(icelake, icelake, mask(0xe7), mask(0), CATALOG).findings());
        assertEquals(Map.of("source", 2696L, "target", 2688L), levelled.values());
    }

    /** gem5 #296, #434, #958: the header zeroed, so that AVX is lost without a word. */
    @Test
    void stateUnderAZeroedHeaderIsSeenByItsContent() {
        byte[] bytes = new byte[832];
        bytes[0] = 0x7f;
        bytes[1] = 0x03;
        MemorySegment area = MemorySegment.ofArray(bytes);
        area.set(XsaveImage.LE32, XsaveImage.MXCSR, 0x1f80);
        bytes[600] = 1;
        ImageScan scan = ImageScan.of(XsaveLayout.standard(cpu("zen3"), mask(7)), CATALOG);
        assertEquals(new ImageScan.Totals(1, 0, 1, Map.of(2, 1L)), scan.scan(area, 0, 832, 1));
    }

    /** asterinas #3920: an area sized by CPUID.(D,1).EBX for XSAVE. */
    @Test
    void aStandardImageInAnAreaOfTheCompactedSizeIsToldApart() {
        ResolvedImage small = resolve(840, 0x207, 0x207, "zen3");
        Finding truncated = only("image-truncated", small.findings());
        assertTrue(
                truncated.message()
                        .contains("840 is the size of the same components in the compacted format"),
                truncated.message());
        assertFalse(only("image-truncated", resolve(848, 0x207, 0x207, "zen3").findings()).message()
                .contains("compacted"));
    }

    /** rust-lang/stdarch pull request 1641: XSTATE_BV differs from run to run. */
    @Test
    void aDifferentXstateBvOverInitValuesIsRepresentationOnly() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(7));
        byte[] bytes = new byte[832];
        bytes[0] = 0x7f;
        bytes[1] = 0x03;
        XsaveImage one = XsaveImage.of(MemorySegment.ofArray(bytes), layout);
        XsaveImage two = XsaveImage.of(MemorySegment.ofArray(bytes.clone()), layout);
        two.area().set(XsaveImage.LE64, XsaveImage.XSTATE_BV, 7);
        ImageDiff diff = ImageDiff.between(one, two, CATALOG);
        assertTrue(diff.sameMeaning(), diff.toString());
        assertEquals(List.of(new ImageDiff.Representation("XSTATE_BV", "0x0", "0x7")),
                diff.representational());
    }
}
