package org.xstate.analysis.museum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xstate.analysis.museum.MuseumEntry.Fix;
import org.xstate.analysis.museum.MuseumEntry.Form;
import org.xstate.analysis.museum.MuseumEntry.Kind;
import org.xstate.analysis.museum.MuseumEntry.Origin;
import org.xstate.model.diagnostic.SourceFiles;

/** What a museum makes of files. */
class MuseumTest {

    private static final String COMMENT = """
            /*
             * B7: registers are forgotten
             *
             * First one thing,
             * then another.
             *
             * Then the end: of it.
             *
             * Fix: 0123456789ab ("x86/fpu: Say "no" (twice)") 5.13
             * Fix: none 5.10.y
             * Since: ba9876543210 5.2
             * Since: 5.8
             * Since: ffffffffffff
             * CVE: CVE-2021-12345
             */
            """;
    private static final String SCENARIOS = """
            task(A) { }
            scenario(fixed) { kernel("5.18"); set(always, 1); set(claim, true); }
            scenario(other) { like(fixed); set(rule, NEW); }
            scenario(broken) { like(other); set(rule, OLD); expect_violation("kept"); }
            scenario(old) { like(fixed); kernel("5.12"); set(claim, false); expect_violation("lost"); }
            """;

    private static Museum museum(Map<String, String> files) {
        return Museum.of(List.copyOf(new TreeMap<>(files).keySet()), SourceFiles.of(files));
    }

    private static MuseumEntry entry(String text) {
        Museum museum = museum(Map.of("b.c", text));
        assertEquals(List.of(), museum.rejected());
        return museum.entries().getFirst();
    }

    @Test
    void theCommentTellsTheStory() {
        MuseumEntry entry = entry(COMMENT + SCENARIOS);
        assertEquals("B7", entry.id());
        assertEquals("registers are forgotten", entry.title());
        assertEquals(List.of("First one thing, then another.", "Then the end: of it."), entry.story());
        assertEquals(List.of(
                new Fix(Optional.of("0123456789ab"), Optional.of("x86/fpu: Say \"no\" (twice)"),
                        Optional.of("5.13")),
                new Fix(Optional.empty(), Optional.empty(), Optional.of("5.10.y"))), entry.fixes());
        assertEquals(List.of(new Origin(Optional.of("ba9876543210"), Optional.of("5.2")),
                new Origin(Optional.empty(), Optional.of("5.8")),
                new Origin(Optional.of("ffffffffffff"), Optional.empty())), entry.since());
        assertEquals(List.of("CVE-2021-12345"), entry.cves());
        assertEquals("b.c", entry.file());
    }

    @Test
    void formsAreToldByWhatTheyExpectAndByTheirKernel() {
        List<Form> forms = entry(COMMENT + SCENARIOS).forms();
        assertEquals(List.of(Kind.GOOD, Kind.GOOD, Kind.WITHOUT_FIX, Kind.HISTORIC),
                forms.stream().map(Form::kind).toList());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of("kept"), Optional.of("lost")),
                forms.stream().map(Form::expected).toList());
        assertEquals(Optional.of("5.12"), forms.getLast().kernel());
    }

    @Test
    void aChangeIsToldAgainstTheNearestGoodForm() {
        List<Form> forms = entry(COMMENT + SCENARIOS).forms();
        assertEquals(
                List.of(Map.of(), Map.of("rule", "NEW"), Map.of("rule", "OLD"), Map.of("claim", "false")),
                forms.stream().map(Form::changed).toList());
    }

    @Test
    void theBadFormThatIsShownIsTheOneWithoutTheFix() {
        assertEquals("broken", entry(COMMENT + SCENARIOS).bad().scenario());
        assertEquals("old", entry(COMMENT + SCENARIOS.lines().filter(line -> !line.contains("broken"))
                .collect(Collectors.joining("\n"))).bad().scenario());
    }

    @Test
    void idsAreOrderedByTheirNumbers() {
        Museum museum = museum(Map.of("a.c", COMMENT.replace("B7:", "M10:") + SCENARIOS,
                "b.c", COMMENT.replace("B7:", "M9b:") + SCENARIOS, "c.c",
                COMMENT.replace("B7:", "M9:") + SCENARIOS, "d.c",
                COMMENT.replace("B7:", "K11:") + SCENARIOS));
        assertEquals(List.of("K11", "M9", "M9b", "M10"),
                museum.entries().stream().map(MuseumEntry::id).toList());
        assertEquals(Optional.of("b.c"), museum.find("m9B").map(MuseumEntry::file));
        assertTrue(museum.find("M1").isEmpty());
    }

    @Test
    void anIdIsThatOfOneFile() {
        Museum museum = museum(Map.of("a.c", COMMENT + SCENARIOS, "b.c", COMMENT + SCENARIOS));
        assertEquals(1, museum.entries().size());
        assertEquals(List.of(new Museum.Rejected("b.c", 2, "the ID B7 is that of a.c")), museum.rejected());
    }

    private static final List<List<String>> MALFORMED = List.of(
            List.of("task(A) { }", "1 an entry begins with a comment"),
            List.of("/*\n * M1: t\n", "1 the comment at the beginning does not end"),
            List.of("/*\n */\n", "2 expected 'ID: what went wrong'"),
            List.of("/*\n * 14: a number\n */\n", "2 expected 'ID: what went wrong'"),
            List.of("/*\n * M1: t\n *\n * Fix: none\n */\n", "2 there is no paragraph"),
            List.of("/*\n * M1: t\n *\n * s\n */\n", "2 there is no line 'Fix: COMMIT"),
            List.of("/*\n * M1: t\n *\n * s\n *\n * Fix: 484cea4f36\n */\n", "6 expected 'Fix: COMMIT"),
            List.of("/*\n * M1: t\n *\n * s\n *\n * Fix: none\n * Since: long ago\n */\n",
                    "7 expected 'Since: COMMIT RELEASE'"),
            List.of("/*\n * M1: t\n *\n * s\n *\n * Fix: none\n * CVE: 2021-1\n */\n",
                    "7 expected 'CVE: CVE-YEAR-NUMBER', found '2021-1'"),
            List.of(COMMENT + "task(A) { }\nscenario(s) { expect_violation(\"p\"); }",
                    "1 there is no scenario that holds"),
            List.of(COMMENT + "task(A) { }\nscenario(s) { }", "1 there is no scenario that shows the bug"),
            List.of(COMMENT + "#include \"missing.h\"\n", "16 "));

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void whatIsNoEntryIsRejectedWithItsLine(List<String> given) {
        Museum museum = museum(Map.of("b.c", given.getFirst()));
        assertEquals(List.of(), museum.entries());
        Museum.Rejected rejected = museum.rejected().getFirst();
        String found = rejected.line() + " " + rejected.message();
        assertTrue(found.startsWith(given.getLast()), found);
    }

    @Test
    void oneBadFileDoesNotHideTheOthers() {
        Museum museum = museum(Map.of("a.c", "nothing", "b.c", COMMENT + SCENARIOS));
        assertEquals(1, museum.entries().size());
        assertEquals("a.c", museum.rejected().getFirst().file());
    }
}
