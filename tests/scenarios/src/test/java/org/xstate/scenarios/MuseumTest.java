package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.museum.Museum;
import org.xstate.analysis.museum.MuseumEntry;
import org.xstate.analysis.museum.MuseumEntry.Form;
import org.xstate.analysis.museum.MuseumEntry.Kind;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** The museum that is shipped: its facts, its forms, and that each bug is there without its fix and gone with it. */
class MuseumTest {

    private static final Path FOLDER = Path.of(System.getProperty("xstate.root"), "examples", "museum");
    private static final int MOST_LINES = 39;
    private static final int LEAST_ENTRIES = 25;

    /** What is on record: the entry, the commits that fixed it, the first release that has them, the CVE. */
    private static final String RECORD = """
            M1 9bfecd058339 5.13 -
            M2 58122bf1d856 4.6 CVE-2018-3665
            M3 59c4bd853abc 5.4 CVE-2019-19602
            M4 d8778e393afa 5.13 CVE-2021-47226
            M5 1f69383b203e 6.6 -
            M6 59f5ede3bc0f 5.18 -
            M8 2620fe268e80,c9aef3b85f42 5.6 -
            M11 b22cbe404a9c 4.9 -
            M13 b3b0870ef3ff,34ddc81a230b,7e16838d94b5 - -
            M14 484cea4f362e 5.13 CVE-2021-47227
            M15 efa165504943 5.13 -
            M17 d877550eaf2d 6.8 CVE-2024-26603
            M18 9e4636545933 5.7 CVE-2020-10732
            M19 5714ee50bb43 5.8 -
            M21 52d0b8b18776 5.16 -
            M22 44eeff9bc467 - -
            M24 d9c9ce34ed5c 5.2 -
            M25 b2381acd3fd9 5.15 -
            M26 510b80a6a0f1 5.13 -
            M28 4a804c4f8356 6.2 -
            M29 d7e5aceace51 6.2 -
            M30 ae6012d72fa6 6.13 -
            M32 7bea460b4a6b,bae7fc6f0dc6 5.10.y -
            M33 10e4b5166df9 6.9 CVE-2024-35801
            M35 471f0aa7fa64 6.1 -
            M36 a401f45e3875,d3e021adac7c 6.1 -
            M37 f9dfb5e390fa 5.13 -
            M39 7aa5128b5fea 5.19 -
            M40 1937e18cc3cf 6.15 -
            M41a ad856280ddea 5.17 -
            M41b 8647c52e9504 6.7 -
            M45 31cd31c9e17e 6.17 -
            M46 2297554f01df 6.16 -
            M47 088f65e20608 - -
            M49 - 2.6.16.9 CVE-2006-1056
            M50 - - -
            M52 fa6af69f38d3 5.18 -
            M53 dc7507ddce59 5.18 -
            M54 388eff894d6b 6.18 -
            M55 b45f72177594 6.19 -
            M56 8b05b3c98816 6.17 -
            M57 a9d9c33132d4 - -
            """;

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Museum museum() {
        SourceFiles files = name -> Optional.of(read(name));
        try (Stream<Path> all = Files.list(FOLDER)) {
            return Museum.of(all.map(file -> file.getFileName().toString()).sorted().toList(), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> ids() {
        return museum().entries().stream().map(MuseumEntry::id);
    }

    private static MuseumEntry entry(String id) {
        return museum().find(id).orElseThrow();
    }

    private static Stream<Form> forms(MuseumEntry entry, Kind kind) {
        return entry.forms().stream().filter(form -> form.kind() == kind);
    }

    private static String join(Stream<String> words) {
        String joined = words.distinct().collect(Collectors.joining(","));
        return joined.isEmpty() ? "-" : joined;
    }

    @Test
    void everyFileIsAnEntry() {
        assertEquals(List.of(), museum().rejected());
        assertTrue(museum().entries().size() >= LEAST_ENTRIES);
    }

    @Test
    void commitsReleasesAndNumbersAreThoseOnRecord() {
        assertEquals(RECORD.strip(), museum().entries().stream().map(entry -> String.join(" ", entry.id(),
                join(entry.fixes().stream().flatMap(fix -> fix.commit().stream())),
                join(entry.fixes().stream().flatMap(fix -> fix.release().stream())),
                join(entry.cves().stream()))).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anEntryIsShort(String id) {
        List<String> lines = read(entry(id).file()).lines().toList();
        assertTrue(lines.size() <= MOST_LINES, () -> lines.size() + " lines");
        lines.forEach(line -> assertTrue(line.replace("\t", " ".repeat(8)).length() <= 110, line));
    }

    /** Claims that are switched off are for the trace; the kernel differs in one thing. */
    @ParameterizedTest
    @MethodSource("ids")
    void oneKnobIsWhatIsMissing(String id) {
        MuseumEntry entry = entry(id);
        List<Form> bad = forms(entry, Kind.WITHOUT_FIX).toList();
        assertEquals(1, bad.size());
        assertEquals(1, bad.getFirst().changed().size(), () -> bad.getFirst().changed().toString());
        forms(entry, Kind.HISTORIC).forEach(form -> assertTrue(
                form.changed().keySet().stream().allMatch(knob -> knob.startsWith("check_")),
                () -> form.changed().toString()));
    }

    /** A release from before the fix has no knob of its own: what is wrong with it follows from the version. */
    @ParameterizedTest
    @MethodSource("ids")
    void theBadFormsFailByTheNamedPropertyAndTheGoodOnesHold(String id) {
        MuseumEntry entry = entry(id);
        LoadOptions options = LoadOptions
                .of(Contributions.onClassPath(MuseumTest.class.getClassLoader()));
        List<LoadedScenario> loaded = ScenarioLoader.load(FOLDER.resolve(entry.file()).toString(), options);
        assertEquals(entry.forms().stream().map(MuseumTest::expected).toList(),
                loaded.stream().map(MuseumTest::found).toList());
    }

    private static String expected(Form form) {
        return form.scenario() + " " + form.expected().map(name -> "violates " + name).orElse("holds");
    }

    private static String found(LoadedScenario scenario) {
        CheckReport report = ScenarioCheck.check(
                scenario.scenario().orElseThrow(() -> new AssertionError(scenario.text())),
                CheckOptions.defaults().exploration(), true, new CancelToken(), ProgressListener.SILENT);
        return scenario.name() + " " + (report.verdict() == Verdict.HOLDS
                ? "holds"
                : "violates " + report.property().orElse("nothing that was found in time"));
    }
}
