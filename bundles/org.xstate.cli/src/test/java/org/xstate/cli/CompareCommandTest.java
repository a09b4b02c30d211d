package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code xstate compare}. */
class CompareCommandTest {

    /** A counter that must not reach its limit; only with step 3 does it stay below 8. */
    private static final String COUNTER = """
            knob_range(step, 1, 3, 1);

            range(0, 9) n;

            rule(count)
            {
            	assume(n + step <= 8);
            	n += step;
            }

            property(below, "n stays below 8") { return n < 8; }
            """;

    @TempDir
    Path folder;

    private String model(String text) throws IOException {
        return Files.writeString(folder.resolve("counter.c"), text).toString();
    }

    @Test
    void aTableSaysWhichValueMattersAndWhatIsViolated() throws IOException {
        CommandRun run = CommandRun.of("compare", model(COUNTER), "--vary", "step");
        assertEquals("""
                step     1  2  3
                counter  a  a  holds  differs

                a  below is violated

                1 scenario, verdicts differ in 1
                """, run.out());
        assertEquals(ExitCode.CLEAN, run.code(), run.err());
    }

    @Test
    void valuesMayBeChosen() throws IOException {
        CommandRun run = CommandRun.of("compare", model(COUNTER), "--vary", "step=3,2");
        assertTrue(run.out().startsWith("step     3      2\ncounter  holds  a  differs\n"), run.out());
    }

    @Test
    void aValueThatIsNoneIsAnErrorInItsColumn() throws IOException {
        CommandRun run = CommandRun.of("compare", model(COUNTER), "--vary", "step=3,4");
        assertTrue(run.out().startsWith("step     3      4\ncounter  holds  error  differs\n"), run.out());
        assertTrue(run.out().contains("error: 4: "), run.out());
    }

    @Test
    void whatIsNotAKnobIsRefused() throws IOException {
        CommandRun run = CommandRun.of("compare", model(COUNTER), "--vary", "speed");
        assertEquals(ExitCode.USAGE, run.code(), run.out());
        assertTrue(run.err().contains("a knob of the model"), run.err());
    }

    @Test
    void aModelWithErrorsIsNotCompared() throws IOException {
        CommandRun run = CommandRun.of("compare", model(COUNTER.replace("n += step", "m += step")), "--vary",
                "step");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("nothing was compared"), run.err());
    }

    @Test
    void oneOfTheTwoQuestionsHasToBeAsked() throws IOException {
        assertEquals(ExitCode.USAGE, CommandRun.of("compare", model(COUNTER)).code());
        assertEquals(ExitCode.USAGE,
                CommandRun.of("compare", model(COUNTER), "--vary", "step", "--relies-on").code());
    }

    @Test
    void aSettingOfManyLettersBecomesANumber() throws IOException {
        String values = "value_with_a_long_name_1, value_with_a_long_name_2, value_with_a_long_name_3, "
                + "value_with_a_long_name_4, value_with_a_long_name_5";
        CommandRun run = CommandRun.of("compare",
                model("knob(choice, " + values + ");\nbool x;\nrule(r)\n{\n\tx = choice != "
                        + "value_with_a_long_name_1;\n}\nproperty(p, \"x is false\") { return !x; }\n"),
                "--vary", "choice");
        assertTrue(run.out().startsWith("choice   1      2  3  4  5\ncounter  holds  a  a  a  a  differs\n"),
                run.out());
        assertTrue(run.out().contains("2  choice=value_with_a_long_name_2\n"), run.out());
    }
}
