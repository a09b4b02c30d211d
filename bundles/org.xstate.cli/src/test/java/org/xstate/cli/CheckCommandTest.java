package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class CheckCommandTest {

    /** A counter that wraps at 3 unless LIMIT says otherwise; its claim is wrong for a LIMIT of 4 and more. */
    private static final String COUNTER = """
            knob_range(LIMIT, 1, 6, 3);
            range(0, 7) count;

            rule(up)
            {
            	assume(count < LIMIT);
            	count += 1;
            }

            rule(reset)
            {
            	assume(count == LIMIT);
            	count = 0;
            }

            property(small, "the counter stays below four") { return count < 4; }
            """;

    @TempDir
    private Path folder;

    private String model(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toString();
    }

    private static String anchor(String name) {
        return TestInputs.example("anchors/" + name).toString();
    }

    private static String seed(String name) {
        return TestInputs.example("seed/" + name).toString();
    }

    /** The anchor's counts are known from three other checkers. */
    @Test
    void theAnchorHoldsWithTheCountsThatOtherCheckersGive() {
        CommandRun run = CommandRun.of("check", anchor("S.c"), "--no-reductions");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("HOLDS "), run.out());
        assertTrue(run.out().contains("419,886 states · 1,220,520 transitions · depth 35"), run.out());
    }

    @Test
    void aViolationExitsWith10AndShowsAShortestWay() throws IOException {
        CommandRun run = CommandRun.of("check", model("counter.c", COUNTER), "--set", "LIMIT=5");
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        assertTrue(run.out().startsWith("VIOLATED   small: the counter stays below four\n"), run.out());
        assertTrue(run.out().contains("4 steps, shortest possible"), run.out());
        assertTrue(run.out().contains("   4  counter.c:4  up         count 3 → 4   ◀ violated here\n"),
                run.out());
    }

    @Test
    void theAnswerIsTheSameForAnyNumberOfThreads() {
        String[] arguments = {"check", "--json", anchor("S.c"), "--set", "BUG=1", "--threads"};
        String one = CommandRun.of(with(arguments, "1")).out();
        String two = CommandRun.of(with(arguments, "2")).out();
        assertTrue(one.contains("\"verdict\":\"violated\""), one);
        String times = "\"seconds\":[^,]*,\"threads\":[12],";
        assertEquals(one.replaceFirst(times, ""), two.replaceFirst(times, ""));
        String[] text = {"check", anchor("S.c"), "--set", "BUG=1", "--threads"};
        assertEquals(CommandRun.of(with(text, "1")).out(), CommandRun.of(with(text, "2")).out());
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    @Test
    void aBoundThatIsReachedIsUndecidedWithWhatIsKnown() throws IOException {
        CommandRun run = CommandRun.of("check", model("counter.c", COUNTER), "--set", "LIMIT=6",
                "--max-states", "3");
        assertEquals(ExitCode.UNDECIDED, run.code(), run.out() + run.err());
        assertTrue(run.out().startsWith("UNDECIDED  "), run.out());
        assertTrue(run.out().contains("the bound on states was reached"), run.out());
        assertTrue(run.out().contains("no violation within 2 steps"), run.out());
    }

    @Test
    void anErrorInTheModelIsShownWhereItIsAndOthersAreStillChecked() throws IOException {
        String bad = model("bad.c", COUNTER.replace("count = 0", "cuont = 0"));
        CommandRun run = CommandRun.of("check", bad, "/none.c", model("counter.c", COUNTER));
        assertEquals(ExitCode.INPUT_MISSING, run.code());
        assertTrue(run.err().contains("error: "), run.err());
        assertTrue(run.err().contains("bad.c:13:2"), run.err());
        assertTrue(run.err().contains("did you mean 'count'"), run.err());
        assertTrue(run.err().contains("xstate: /none.c: there is no such file"), run.err());
        assertTrue(run.out().startsWith("HOLDS "), run.out());
        assertEquals(ExitCode.BAD_INPUT, CommandRun.of("check", bad).code());
    }

    @Test
    void theJsonOfABadInputSaysSoOnItsOwnLine() throws IOException {
        String bad = model("bad.c", "rule(");
        List<String> lines = CommandRun.of("check", "--json", bad, model("counter.c", COUNTER)).out().lines()
                .toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().contains("\"error\":"), lines.getFirst());
        assertTrue(lines.getLast().contains("\"verdict\":\"holds\""), lines.getLast());
    }

    @Test
    void listShowsWhatCanBeSetAndChecksNothing() throws IOException {
        CommandRun run = CommandRun.of("check", "--list", model("counter.c", COUNTER), "--set", "LIMIT=5");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("  small     the counter stays below four\n"), run.out());
        assertTrue(run.out().contains("  LIMIT  5      3        1..6\n"), run.out());
    }

    /** PKRU as components in the buffer are restored: the kernel runs with another task's keys. */
    @Test
    void aPolicyFromTheCommandLineRestoresAComponentOtherwise() {
        String file = seed("../policies/pkru.c");
        CommandRun lazy = CommandRun.of("check", file, "--policy", "PKRU=on-return-to-user");
        assertEquals(ExitCode.VIOLATED, lazy.code(), lazy.err());
        assertTrue(lazy.out().startsWith("VIOLATED   component_is_in_force"), lazy.out());
        assertEquals(0, CommandRun.of("check", file, "--policy", "pkru=eager").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--threads 0", "--threads 17", "--max-states 0", "--max-memory 4X", "--time soon",
        "--time 5x",
        "--set LIMIT", "--set =3", "--kernel six", "--policy PKRU", "--policy PKRU=lazy", "--policy =eager",
        "--policy PASID=on-trap:32"})
    void aWrongOptionIsAUsageError(String option) throws IOException {
        String[] words = option.split(" ");
        CommandRun run = CommandRun.of("check", model("counter.c", COUNTER), words[0], words[1]);
        assertEquals(ExitCode.USAGE, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(words[0]), run.err());
    }

    @Test
    void aKnobThatDoesNotExistOrAValueItDoesNotTakeIsRefused() throws IOException {
        String file = model("counter.c", COUNTER);
        assertEquals(ExitCode.BAD_INPUT, CommandRun.of("check", file, "--set", "LIMIT=9").code());
        CommandRun run = CommandRun.of("check", file, "--set", "LIMTI=5");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("LIMTI"), run.err());
    }

    @Test
    void whatEveryModelPromisesIsCheckedToo() throws IOException {
        CommandRun run = CommandRun.of("check", model("over.c", "range(0, 3) a;\nrule(go) { a += 1; }\n"));
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        assertTrue(run.out().startsWith("VIOLATED   in-range: "), run.out());
        assertTrue(run.out().contains("The value does not fit in 'range(0, 3)' (0 to 3) (over.c:2)."),
                run.out());
    }

    @Test
    void anInitialStateCanBeTheViolation() throws IOException {
        CommandRun run = CommandRun.of("check",
                model("first.c", "range(0, 3) a;\nsetup(any) { a = choose(1, 2); }\nrule(go) { a = 0; }\n"
                        + "property(small, \"a is below two\") { return a < 2; }\n"));
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        assertTrue(run.out().contains("0 steps, shortest possible"), run.out());
        assertTrue(run.out().contains("begins with: a = 2"), run.out());
    }

    @Test
    void aFileWithNothingToExecuteIsNoProof() throws IOException {
        CommandRun run = CommandRun.of("check", model("none.c", "int x = 3;\n"));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("there is nothing to execute"), run.err());
    }

    @Test
    void aProcessorThatIsNotKnownIsAUsageErrorWhenTheCommandLineNamesIt() {
        CommandRun run = CommandRun.of("check", seed("begin-finish.c"), "--cpu", "zen99");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("zen99"), run.err());
    }

    @Test
    void aScenarioThatTheFileDoesNotHaveIsNamed() {
        CommandRun run = CommandRun.of("check", seed("begin-finish.c"), "--scenario", "as_postde");
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("no such scenario 'as_postde'"), run.err());
        assertTrue(run.err().contains("as_posted"), run.err());
    }

    /** S2 and S4 of the analysis of the proposal: the update goes to where PASID no longer lies, and nothing is reloaded. */
    @Test
    void theProposalAsPostedLosesTheUpdateAndTheTraceSaysWhere() {
        CommandRun run = CommandRun.of("check", seed("begin-finish.c"), "--scenario", "as_posted");
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        String out = run.out();
        assertTrue(out.contains("A: PASID is V1 on CPU0, expected V2."), out);
        assertTrue(out.contains("xsaves(xstate, 1 << xfeature)"), out);
        assertTrue(out.contains("mem A XCOMP_BV 0x8000000000000407 → 0x8000000000000400"), out);
        // AVX is the 256 bytes from 576 on, PASID lay behind it
        assertTrue(out.contains("mem A bytes 832..839 poison → PASID V2"), out);
        assertTrue(out.contains("A TIF 0 → 1"), out);
        assertTrue(out.contains("◀ PASID in the registers is wrong from here on"), out);
        assertTrue(out.contains("expected: the scenario says that update_is_kept is violated"), out);
        assertFalse(out.contains("canon"), "ghost variables are not told");
        assertTrue(
                out.lines().filter(line -> !line.contains("/seed/")).allMatch(line -> line.length() <= 100),
                out);
    }

    @Test
    void withExpectationsAnExpectedViolationIsCleanAndAnotherVerdictIs11() throws IOException {
        String file = model("counter.c", COUNTER + """

                scenario(fails_at_five)
                {
                	set(LIMIT, 5);
                	expect_violation("small");
                }

                scenario(fails_at_three)
                {
                	set(LIMIT, 3);
                	expect_violation("small");
                }
                """);
        assertEquals(ExitCode.VIOLATED, CommandRun.of("check", file, "--scenario", "fails_at_five").code());
        assertEquals(0, CommandRun.of("check", file, "--scenario", "fails_at_five", "--expect").code());
        CommandRun other = CommandRun.of("check", file, "--expect");
        assertEquals(ExitCode.UNEXPECTED, other.code(), other.out());
        assertTrue(other.out().contains("not as expected: the scenario says that small is violated"),
                other.out());
    }

    @Test
    void aFolderIsASuiteWithOneLineForEachScenarioAndJunitXml() throws Exception {
        model("suite/a.c", COUNTER);
        model("suite/b/c.c", COUNTER + "scenario(wrong) { set(LIMIT, 5); }\n");
        model("suite/d.c", "rule(\n");
        String junit = folder.resolve("out.xml").toString();
        CommandRun run = CommandRun.of("check", folder.resolve("suite").toString(), "--junit", junit);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out() + run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(3, lines.size(), run.out());
        assertTrue(lines.get(0).startsWith("ok ") && lines.get(0).contains("a.c a: holds"), lines.get(0));
        assertTrue(lines.get(1).startsWith("DIFFERS ") && lines.get(1).contains("c.c wrong: violated small"),
                lines.get(1));
        assertEquals("FAILED  3 scenarios, 1 as expected, 2 not", lines.get(2));
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit)
                .getDocumentElement();
        assertEquals("3", root.getAttribute("tests"));
        assertEquals("1", root.getAttribute("failures"));
        assertEquals("1", root.getAttribute("errors"));
        assertEquals(3, root.getElementsByTagName("testcase").getLength());
    }

    @Test
    void whatWasNeverReachedIsSaid() throws IOException {
        String file = model("counter.c", COUNTER + """
                rule(never)
                {
                	assume(count == 7);
                	count = 1;
                	cover("overflow");
                }

                knob_flag(check_even, false);
                property(even, "the counter is even") { return !check_even || count % 2 == 0; }
                """);
        CommandRun run = CommandRun.of("check", file);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("never reached:\n             counter.c:20  count = 1;\n"), run.out());
        assertTrue(run.out().contains("never made a step: never"), run.out());
        assertTrue(run.out().contains("labels never reached: overflow"), run.out());
        assertTrue(run.out().contains("properties that were never put to the test: even"), run.out());
        assertTrue(run.out().startsWith("HOLDS      the property of "), run.out());
        assertFalse(
                CommandRun.of("check", file, "--set", "check_even=true").out().contains("put to the test"));
    }
}
