package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void helpNamesEveryCommandAndItsHelpNamesItsOptions() {
        CommandRun overview = CommandRun.of("--help");
        assertEquals(0, overview.code());
        for (String command : List.of("layout", "cpus", "decode", "isa", "check", "run", "features",
                "completion", "man")) {
            assertTrue(overview.out().contains("\n  " + command + " "), command);
            CommandRun help = CommandRun.of(command, "--help");
            assertEquals(0, help.code(), command);
            assertTrue(help.out().contains("xstate " + command), help.out());
        }
        assertTrue(CommandRun.of("decode", "--help").out().contains("--thread"));
        assertTrue(CommandRun.of("cpus", "diff", "--help").out().contains("--xcr0"));
        assertTrue(CommandRun.of("help", "layout").out().contains("--compacted"));
    }

    @Test
    void aMisspeltCommandIsCorrected() {
        CommandRun run = CommandRun.of("layuot", "--cpu", "zen3");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("did you mean 'layout'?"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"layout", "layout --cpu", "layout --cpu zen99", "layout --cpu zen3 --xcr0 seven",
        "layout --cpu zen3 --fail-on sometimes", "layout --cpu zen3 --no-such-option", "decode",
        "cpus diff zen3",
        "decode --kind nonsense README.md", "decode --cpu zen3 --cpu zen4 README.md", "isa", "-x"})
    void aWrongCommandLineExitsWith64AndOneSentence(String line) {
        CommandRun run = CommandRun.of(line.split(" "));
        assertEquals(ExitCode.USAGE, run.code(), line + ": " + run.err());
        assertTrue(run.err().startsWith("xstate: "), run.err());
        assertFalse(run.err().contains("\tat "), "no stack trace");
        assertEquals("", run.out());
    }

    @Test
    void versionTellsHostJavaAndBundles() {
        CommandRun run = CommandRun.of("--version");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("plain class path"), run.out());
        assertTrue(run.out().contains("org.xstate.test 1.0.0"), run.out());
        assertTrue(run.out().contains(System.getProperty("java.runtime.version")), run.out());
    }

    @Test
    void completionKnowsSubcommandsAndDoesNotChangeWithTheDay() {
        String script = CommandRun.of("completion").out();
        assertTrue(script.contains("selftest"), "nested commands are completed");
        assertTrue(script.contains("--compacted"));
        assertFalse(script.contains("Date:"), "the same program prints the same script every day");
    }

    @Test
    void theManualPageDocumentsEveryExitCodeAndCommand() {
        String page = CommandRun.of("man").out();
        for (String code : List.of("10", "11", "12", "13", "64", "65", "66", "70", "71", "73", "130")) {
            assertTrue(page.contains(".B " + code + "\n"), code);
        }
        assertTrue(page.contains("xstate isa replay"));
        assertTrue(page.contains("xstate cpus diff"));
    }

    @Test
    void aFileInPlaceOfAFolderOfVectorsIsBadInputAndNothingIsMissing() {
        CommandRun file = CommandRun.of("isa", "replay", TestInputs.root().resolve("README.md").toString());
        assertEquals(ExitCode.BAD_INPUT, file.code());
        assertTrue(file.err().contains("this is a file, not a folder"), file.err());
        assertFalse(file.err().contains("Exception"), file.err());
        assertEquals(ExitCode.INPUT_MISSING, CommandRun.of("isa", "replay", "/no/such/folder").code());
    }

    @Test
    void featuresListsWhatEachProviderSays() {
        CommandRun run = CommandRun.of("features");
        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches(" *9  PKRU +user +8 +eager .*")),
                run.out());
        assertTrue(
                run.out().lines()
                        .anyMatch(line -> line.matches(" *18  XTILEDATA +user +8192 +on-trap\\(7\\).*")),
                run.out());
    }

    @Test
    void featuresListsTrapHandlersWithVectorConditionNeedsAndBundle() {
        CommandRun run = CommandRun.of("features");
        assertTrue(run.out().lines().anyMatch(
                line -> line.matches("#GP +ENQCMD .+ PASID +traps/enqcmd\\.c +org\\.xstate\\.traps")),
                run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("10  PASID .+ #GP +org\\..+")), run.out());
        JsonObject gp = JsonParser.parseString(CommandRun.of("features", "--json").out()).getAsJsonObject()
                .getAsJsonArray("traps").get(0).getAsJsonObject();
        assertEquals(13, gp.get("vector").getAsInt());
        assertEquals("0x400", gp.get("needs").getAsString());
        assertEquals("org.xstate.traps", gp.get("bundle").getAsString());
    }
}
