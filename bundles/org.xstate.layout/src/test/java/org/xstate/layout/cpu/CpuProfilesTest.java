package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.Finding;
import org.xstate.api.Severity;

/** Masks and sizes as public CPUID dumps of the processors give them. */
class CpuProfilesTest {

    @ParameterizedTest(name = "{0}: XCR0 {1}, XSS {2}, {3} bytes, {4}")
    @CsvSource({"nehalem, 3, 0, 576, XSAVE", "tremont, 3, 100, 576, XSAVES",
        "sandybridge, 7, 0, 832, XSAVEOPT",
        "haswell, 7, 0, 832, XSAVEOPT", "skylake, 1f, 100, 1088, XSAVES", "goldmont, 1b, 100, 1088, XSAVES",
        "cometlake, 21f, 100, 2696, XSAVES", "skylake-sp, 2ff, 100, 2696, XSAVES",
        "knights-landing, e7, 0, 2688, XSAVEOPT", "icelake, 2e7, 2100, 2696, XSAVES",
        "icelake-sp, 2e7, 100, 2696, XSAVES", "rocketlake, 2ff, 2100, 2696, XSAVES",
        "tigerlake, 2e7, 3900, 2696, XSAVES", "alderlake, 207, 19900, 2696, XSAVES",
        "alderlake-avx512, 2e7, 19900, 2696, XSAVES", "arrowlake, 207, 1d900, 2696, XSAVES",
        "sapphirerapids, 602e7, dd00, 11008, XFD", "graniterapids, 602e7, 1dd00, 11008, XFD",
        "apx, e02e7, 1dd00, 11008, XFD", "bulldozer, 4000000000000007, 0, 960, XSAVE",
        "zen1, 7, 0, 832, XSAVES", "zen2, 207, 0, 896, XSAVES", "zen3, 207, 1800, 2440, XSAVES",
        "zen4, 2e7, 1800, 2440, XSAVES", "zen5, 2e7, 1800, 2440, XSAVES", "centaur-cns, 2ff, 0, 2696, XSAVES",
        "zhaoxin-kx6000, 207, 0, 2696, XSAVEOPT", "zhaoxin, 207, 10000, 2696, XSAVES"})
    void everyProfileHasTheNumbersOfItsProcessor(String id, String xcr0, String xss, int size,
            String newest) {
        XsaveCpu cpu = CpuProfiles.find(id).orElseThrow().read(CATALOG).cpu().orElseThrow();
        assertEquals(Long.parseUnsignedLong(xcr0, 16), cpu.xcr0().bits());
        assertEquals(Long.parseUnsignedLong(xss, 16), cpu.xss().bits());
        assertEquals(size, cpu.maxStandardSize().orElseThrow());
        assertEquals(newest, cpu.features().names().getLast());
    }

    @Test
    void theTableAboveNamesEveryProfile() throws NoSuchMethodException {
        String[] rows = CpuProfilesTest.class.getDeclaredMethod("everyProfileHasTheNumbersOfItsProcessor",
                String.class, String.class, String.class, int.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        Set<String> tested = List.of(rows).stream().map(row -> row.substring(0, row.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(tested, CpuProfiles.index().stream().map(CpuProfiles.Entry::id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theIndexCoversEveryFile() throws IOException, URISyntaxException {
        Path index = Path.of(CpuProfiles.class.getResource("profiles/index").toURI());
        Set<String> files;
        try (var listed = Files.list(index.getParent())) {
            files = listed.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".cpu"))
                    .map(n -> n.substring(0, n.length() - 4)).collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(files, CpuProfiles.index().stream().map(CpuProfiles.Entry::id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyProfileNamesItsSourceAndHasNoErrors() {
        for (CpuProfile profile : CpuProfiles.all()) {
            assertFalse(profile.name().isBlank());
            assertTrue(profile.source().length() > 20, profile.id());
            List<Finding> bad = profile.read(CATALOG).findings().stream()
                    .filter(f -> f.severity() != Severity.NOTE).toList();
            List<String> known = profile.id().equals("centaur-cns")
                    ? List.of("cpuid-component-not-enumerated", "cpuid-component-not-enumerated")
                    : List.of();
            assertEquals(known, bad.stream().map(Finding::id).toList(), profile.id() + bad);
        }
    }

    @Test
    void theLargestSizeIsTheEndOfTheLastComponent() {
        for (CpuProfile profile : CpuProfiles.all()) {
            int ecx = profile.table().get(0xd).orElseThrow().ecx();
            int end = profile.table().leaf(0xd).entries().entrySet().stream()
                    .filter(e -> e.getKey().subleaf() > 1)
                    .mapToInt(e -> e.getValue().ebx() + e.getValue().eax()).filter(e -> e > 576).max()
                    .orElse(576);
            assertEquals(end, ecx, profile.id());
        }
    }

    @Test
    void noNameBelongsToTwoProfiles() {
        Set<String> names = new HashSet<>();
        for (CpuProfiles.Entry entry : CpuProfiles.index()) {
            assertTrue(names.add(entry.id()), entry.id());
            entry.aliases().forEach(alias -> assertTrue(names.add(alias), alias));
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"zen3, zen3", "Zen_3, zen3", "ZEN-3, zen3", "milan, zen3", "AMD Zen 3, zen3",
        "Skylake SP, skylake-sp", "skx, skylake-sp", "spr, sapphirerapids",
        "Intel Knights Landing, knights-landing"})
    void aProfileIsFoundByAnyOfItsNames(String name, String id) {
        assertEquals(id, CpuProfiles.find(name).orElseThrow().id());
    }

    @ParameterizedTest
    @CsvSource({"zen", "zen9", "''", "../zen3", "index"})
    void whatIsNoNameFindsNothingOrTheProfileNamedSo(String name) {
        assertEquals(name.equals("zen") ? "zen1" : "none",
                CpuProfiles.find(name).map(CpuProfile::id).orElse("none"));
    }

    @Test
    void theProfileTakenFromTheManualSaysSo() {
        CpuProfile apx = CpuProfiles.find("apx").orElseThrow();
        assertTrue(apx.name().contains("manual"));
        assertTrue(apx.note().orElseThrow().contains("component 19"));
        assertTrue(CpuProfiles.find("zen3").orElseThrow().note().isEmpty());
    }
}
