package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What authors of bad plugins read. */
class MuseumTest {

    private static final Pattern REJECTED = Pattern.compile("\\{\"bundle\":\"(museum[^\"]*)\".*?\"}");

    @TempDir
    static Path work;

    private static Distribution distribution;
    private static Path plugins;

    @BeforeAll
    static void open() throws Exception {
        distribution = Distribution.shared();
        plugins = work.resolve("museum");
        ExhibitJars.write(exhibits(), plugins, distribution);
    }

    private static List<Exhibit> exhibits() {
        return Stream.of(Museum.contracts(), Museum.models(), Museum.classes(), Museum.files())
                .flatMap(List::stream).toList();
    }

    @Test
    void theMuseumShowsAtLeastTwentyDefects() {
        assertTrue(exhibits().size() >= 20, exhibits().size() + " exhibits");
        assertEquals(exhibits().size(),
                new TreeSet<>(exhibits().stream().map(Exhibit::name).toList()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void everyDefectIsNamedWithPlaceReasonAndRemedy(String framework) throws Exception {
        Distribution.Result result = distribution.run("--framework", framework, "features", "--json",
                "--plugins", plugins.toString());
        assertEquals(71, result.exitCode(), result.err());
        assertTrue(result.out().contains("\"LWP\""), "the built-in features are there");
        String expected = String.join("\n", exhibits().stream()
                .collect(Collectors.toMap(Exhibit::name, Exhibit::json, (a, b) -> a, TreeMap::new)).values());
        assertEquals(expected, REJECTED.matcher(result.out()).results().map(MatchResult::group)
                .collect(Collectors.joining("\n")));
    }

    @Test
    void aCommandThatUsesPluginsSaysThatSomeFailedAndGoesOn() throws Exception {
        Distribution.Result alone = distribution.run("layout", "--cpu", "zen3");
        Distribution.Result result = distribution.run("layout", "--cpu", "zen3", "--plugins",
                plugins.toString());
        assertEquals(alone.out(), result.out());
        assertEquals(71, result.exitCode());
        assertTrue(result.err().contains("xstate: plugin museum.number-taken failed: MUSEUM"), result.err());
    }
}
