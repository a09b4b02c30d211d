package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;
import static org.xstate.layout.Cpus.counted;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.damaged;
import static org.xstate.layout.Cpus.mask;
import static org.xstate.layout.Cpus.only;
import static org.xstate.layout.Cpus.read;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.api.Finding;
import org.xstate.api.Severity;
import org.xstate.layout.cpu.Migration.Verdict;

class MigrationTest {

    private static Migration move(XsaveCpu from, XsaveCpu to) {
        return Migration.check(from, to, to.xcr0(), to.xss(), CATALOG);
    }

    private static Migration move(String from, String to) {
        return move(cpu(from), cpu(to));
    }

    private static Migration.Component of(Migration migration, int number) {
        return migration.components().stream().filter(c -> c.number() == number).findFirst().orElseThrow();
    }

    @Test
    void equalCpusTakeEachOthersImagesAsTheyAre() {
        Migration migration = move("zen4", "zen5");
        assertEquals(Verdict.SAME, migration.verdict());
        assertEquals(List.of(), migration.findings());
        assertEquals(List.of(0, 1, 2, 5, 6, 7, 9, 11, 12),
                migration.components().stream().map(Migration.Component::number).toList());
        assertEquals("same", migration.verdict().word());
    }

    @Test
    void aLargerTargetInitialisesWhatTheSourceLacks() {
        Migration migration = move("zen3", "zen4");
        assertEquals(Verdict.SAME, migration.verdict());
        assertTrue(of(migration, 5).from().isEmpty());
        assertEquals(832, of(migration, 5).to().orElseThrow().offset());
    }

    @Test
    void aComponentThatTheTargetLacksIsLost() {
        Migration migration = move("zen4", "zen3");
        assertEquals(Verdict.LOSES, migration.verdict());
        assertEquals(Map.of("migration-component-lost", 3L, "migration-xcomp-bv-faults", 1L),
                counted(migration.findings()));
        Finding lost = migration.findings().getFirst();
        assertEquals(
                "opmask (component 5) cannot be restored: the target does not have it. With its XSTATE_BV bit set, "
                        + "XRSTOR faults with #GP; with the bit cleared, its state is lost",
                lost.message());
        assertTrue(only("migration-xcomp-bv-faults", migration.findings()).message().contains("0xe0"));
        assertEquals(Verdict.LOSES, of(migration, 6).verdict());
        assertEquals(Verdict.SAME, of(migration, 2).verdict());
    }

    @Test
    void whatTheTargetHasNotEnabledIsLostToo() {
        XsaveCpu zen4 = cpu("zen4");
        Migration migration = Migration.check(zen4, zen4, mask(0xe7), mask(0x800), CATALOG);
        List<Finding> lost = migration.findings().stream()
                .filter(f -> f.id().equals("migration-component-lost"))
                .toList();
        assertEquals(2, lost.size());
        assertTrue(lost.get(0).message()
                .startsWith("PKRU (component 9) cannot be restored: the target has not enabled"));
        assertTrue(
                lost.get(1).message().contains("CET_S") && lost.get(1).message().contains("XRSTORS faults"));
        assertEquals(mask(0xe7), migration.xcr0());
        assertEquals(mask(0x800), migration.xss());
    }

    @Test
    void refusedRegisterValuesAreErrors() {
        XsaveCpu zen3 = cpu("zen3");
        Migration migration = Migration.check(zen3, zen3, mask(0x205), mask(0x1900), CATALOG);
        assertEquals(Severity.ERROR, only("migration-xcr0-refused", migration.findings()).severity());
        assertEquals(Severity.ERROR, only("migration-xss-refused", migration.findings()).severity());
        assertEquals(0,
                counted(Migration.check(cpu("haswell"), cpu("haswell"), mask(7), mask(0), CATALOG).findings())
                        .size());
    }

    @Test
    void aBitThatTheTargetDoesNotEnumerateIsNotEnabledBySayingSo() {
        Migration migration = Migration.check(cpu("zen4"), cpu("zen3"), mask(0x2e7), mask(0x1800), CATALOG);
        assertEquals(Verdict.LOSES, of(migration, 5).verdict());
        assertTrue(counted(migration.findings()).containsKey("migration-xcr0-refused"));
    }

    @Test
    void aMissingSubleafIsNeverTakenAsEqual() {
        var table = damaged("zen3").build();
        var partial = org.xstate.layout.cpuid.CpuidTable.builder();
        table.entries().forEach((key, registers) -> {
            if (key.leaf() != 0xd || key.subleaf() != 9) {
                partial.put(key.leaf(), key.subleaf(), registers);
            }
        });
        XsaveCpu incomplete = read(partial).cpu().orElseThrow();
        for (Migration migration : List.of(move(incomplete, cpu("zen3")), move(cpu("zen3"), incomplete))) {
            assertEquals(Verdict.LOSES, migration.verdict());
            only("migration-size-unknown", migration.findings());
        }
        assertTrue(only("migration-size-unknown", move(incomplete, cpu("zen3")).findings()).message()
                .contains("the source's CPUID does not"));
    }

    @Test
    void aDifferentAlignmentMattersForCompactedImagesOnly() {
        XsaveCpu flat = read(damaged("sapphirerapids").put(0xd, 17, 64, 2752, 0, 0)).cpu().orElseThrow();
        Migration migration = move("sapphirerapids", "sapphirerapids");
        assertEquals(Verdict.SAME, migration.verdict());
        migration = move(cpu("sapphirerapids"), flat);
        assertEquals(Verdict.REWRITE, migration.verdict());
        assertTrue(only("migration-alignment-differs", migration.findings()).message()
                .contains("on the source only"));
        assertTrue(only("migration-alignment-differs", move(flat, cpu("sapphirerapids")).findings()).message()
                .contains("on the target only"));
        XsaveCpu standardOnly = read(
                damaged("sapphirerapids").put(0xd, 17, 64, 2752, 0, 0).put(0xd, 1, 1, 0, 0, 0))
                .cpu().orElseThrow();
        assertEquals(Verdict.SAME, of(move(cpu("sapphirerapids"), standardOnly), 17).verdict());
    }

    @Test
    void aSwitchThatChangedItsRegisterLosesTheComponent() {
        XsaveCpu odd = read(
                damaged("zen3").put(0xd, 0, 7, 832, 832, 0).put(0xd, 1, 15, 832, 0x1a00, 0).put(0xd, 9, 8, 0,
                        1, 0))
                .cpu().orElseThrow();
        Migration migration = move(cpu("zen3"), odd);
        assertEquals(Verdict.LOSES, of(migration, 9).verdict());
        assertTrue(only("migration-component-lost", migration.findings()).message()
                .contains("the target switches it with IA32_XSS"));
        assertTrue(only("migration-component-lost", move(odd, cpu("zen3")).findings()).message()
                .contains("the target switches it with XCR0"));
    }

    @Test
    void withoutXsavecCompactedImagesFault() {
        Migration migration = move("zen1", "haswell");
        assertEquals(Map.of("migration-compacted-faults", 1L, "migration-mxcsr-reserved", 1L,
                "migration-x87-selectors", 1L), counted(migration.findings()));
        assertEquals(0, counted(move("haswell", "skylake").findings()).size());
    }

    @Test
    void withoutXsavesSupervisorStateCannotBeRestored() {
        XsaveCpu noXsaves = read(damaged("zen1").put(0xd, 1, 7, 832, 0, 0)).cpu().orElseThrow();
        assertEquals(Map.of("migration-no-xsaves", 1L), counted(move(cpu("zen1"), noXsaves).findings()));
    }

    @Test
    void x87PointersAreLostFromIntelToAmdAndNotTheOtherWay() {
        assertEquals(1L, counted(move("haswell", "zen1").findings()).get("migration-x87-pointers"));
        assertTrue(!counted(move("zen1", "sandybridge").findings()).containsKey("migration-x87-pointers"));
        assertEquals(1L, counted(move("sandybridge", "haswell").findings()).get("migration-x87-selectors"));
    }

    @Test
    void verdictsAreOrderedFromBestToWorst() {
        assertEquals(List.of(Verdict.SAME, Verdict.REWRITE, Verdict.LOSES), List.of(Verdict.values()));
        assertEquals(Set.of("migration-size-differs"), counted(move("zen2", "zen3").findings()).keySet());
    }
}
