package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class DecodeCommandTest {

    private static final String CORE = TestInputs.example("cores/six-threads.core").toString();

    private static JsonObject decode(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(0, run.code(), run.err());
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    /** What each thread read back with XSAVE just before it blocked is the truth; a register stored wrongly has a finding. */
    @ParameterizedTest
    @ValueSource(strings = {"ct64-threads", "ct64-noteonly"})
    void everyRegisterOfARecordedCoreIsWhatTheThreadHeld(String name) throws IOException {
        JsonObject document = decode("decode", "--json",
                TestInputs.corpus("images/" + name + ".core").toString());
        Map<Long, JsonObject> threads = new TreeMap<>();
        document.getAsJsonArray("threads").forEach(
                thread -> threads.put(thread.getAsJsonObject().get("lwp").getAsLong(),
                        thread.getAsJsonObject()));
        var truth = JsonParser
                .parseString(Files.readString(TestInputs.corpus("images/" + name + ".expected.json")))
                .getAsJsonArray();
        assertEquals(truth.size(), threads.size());
        for (JsonElement element : truth) {
            JsonObject expected = element.getAsJsonObject();
            compare(expected, threads.get(expected.get("lwp").getAsLong()));
        }
    }

    private static void compare(JsonObject expected, JsonObject thread) {
        JsonObject registers = thread.getAsJsonObject("registers");
        boolean defect = thread.getAsJsonArray("findings").asList().stream().map(JsonElement::getAsJsonObject)
                .anyMatch(finding -> finding.get("id").getAsString().equals("linux-core-mxcsr-zero")
                        && finding.get("architectural").equals(expected.get("mxcsr")));
        assertEquals(expected.get("kind").getAsInt() == 4, defect);
        for (String key : expected.keySet()) {
            switch (key) {
                case "lwp", "kind" -> {
                }
                case "xstate_bv" -> assertEquals(expected.get(key), thread.get(key));
                case "mxcsr", "mxcsr_mask" -> assertEquals(defect ? 0 : expected.get(key).getAsInt(),
                        registers.get(key).getAsInt());
                default -> assertEquals(expected.get(key), registers.get(key), key);
            }
        }
    }

    @Test
    void aThreadIsChosenByIdOrPosition() {
        JsonObject byPosition = decode("decode", CORE, "--json", "--thread", "0");
        long lwp = byPosition.getAsJsonArray("threads").get(0).getAsJsonObject().get("lwp").getAsLong();
        assertEquals(byPosition, decode("decode", CORE, "--json", "--thread", Long.toString(lwp)));
        CommandRun none = CommandRun.of("decode", CORE, "--thread", "4711");
        assertEquals(ExitCode.INPUT_MISSING, none.code());
        assertTrue(none.err().contains("no thread 4711"), none.err());
    }

    @Test
    void registersStandInTheOrderOfTheLegacyRegion() {
        JsonObject thread = decode("decode", CORE, "--json", "--thread", "0").getAsJsonArray("threads").get(0)
                .getAsJsonObject();
        List<String> keys = List.copyOf(thread.getAsJsonObject("registers").keySet());
        assertEquals(List.of("fcw", "fsw", "abridged_ftw", "fop", "fip", "fdp", "mxcsr", "mxcsr_mask", "st0"),
                keys.subList(0, 9));
    }

    @Test
    void aCompactedImageWithoutSseDoesNotTellTheMask(@TempDir Path folder) {
        // thread 330 has nothing in use, as the recording says
        Path compacted = folder.resolve("compacted");
        CommandRun made = CommandRun.of("convert", CORE, "--thread", "330", "--to", "compacted", "--cpu",
                "zen3", "-o",
                compacted.toString());
        assertEquals(0, made.code(), made.err() + made.out());
        JsonObject registers = decode("decode", compacted.toString(), "--json").getAsJsonArray("threads")
                .get(0)
                .getAsJsonObject().getAsJsonObject("registers");
        assertEquals(8064, registers.get("mxcsr").getAsInt());
        assertFalse(registers.has("mxcsr_mask"), "XSAVEC does not store the mask without SSE");
    }

    @Test
    void convertWarnsOfAValueThatNoRestoreTakes(@TempDir Path folder) {
        // MXCSR bits 31 to 18 are reserved on every processor
        CommandRun run = CommandRun.of("convert", CORE, "--thread", "329", "--to", "standard", "--set",
                "mxcsr=0xffffffff", "-o", folder.resolve("out").toString());
        assertTrue(run.out().contains("mxcsr-reserved-bits"), run.out());
        CommandRun sound = CommandRun.of("convert", CORE, "--thread", "329", "--to", "standard", "--set",
                "mxcsr=0x9fc0", "-o", folder.resolve("out").toString());
        assertFalse(sound.out().contains("mxcsr-reserved-bits"), sound.out());
    }

    @Test
    void textSaysWhatIsInUseAndLeavesZerosOut() {
        CommandRun run = CommandRun.of("decode", CORE);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("in use"), run.out());
        assertTrue(run.out().contains("linux-core-mxcsr-zero"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 180, line));
        assertTrue(CommandRun.of("decode", CORE, "--all").out().length() > run.out().length());
    }

    @Test
    void aBadInputDoesNotStopTheOthers(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("text"), "hello\n");
        CommandRun run = CommandRun.of("decode", "--json", empty.toString(), text.toString(), CORE);
        List<JsonObject> lines = run.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).has("error"));
        assertTrue(lines.get(1).has("error"));
        assertFalse(lines.get(2).has("error"));
        assertEquals(ExitCode.BAD_INPUT, run.code());
    }

    @Test
    void aFolderIsBadInput(@TempDir Path folder) {
        assertEquals(ExitCode.BAD_INPUT, CommandRun.of("decode", folder.toString()).code());
    }
}
