package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** What {@code --json} prints is what docs/schema promises. */
class SchemaTest {

    private static Set<ValidationMessage> validate(String name, String document) throws IOException {
        Path file = TestInputs.root().resolve("docs/schema").resolve(name + ".schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(file))
                .validate(document, InputFormat.JSON);
    }

    private static void holds(String name, String... command) throws IOException {
        CommandRun run = CommandRun.of(command);
        List<String> documents = run.out().lines().toList();
        assertFalse(documents.isEmpty(), run.err());
        for (String document : documents) {
            assertEquals(Set.of(), validate(name, document), document);
        }
    }

    @Test
    void layoutKeepsItsPromise() throws IOException {
        holds("layout", "layout", "--json", "--cpu", "zen3", "--cpu", "apx", "--cpu", "bulldozer", "--cpuid",
                "/none");
        holds("layout", "layout", "--json", "--cpu", "spr", "--compacted", "--xcr0", "0x67");
    }

    @Test
    void fileKeepsItsPromise() throws IOException {
        holds("file", "file", "--json", "/none", TestInputs.example("scenarios/pkru-init.c").toString(),
                TestInputs.example("cores/six-threads.core").toString());
    }

    @Test
    void sourceKeepsItsPromise(@TempDir Path folder) throws IOException {
        String seed = TestInputs.example("seed/begin-finish.c").toString();
        for (String question : List.of("outline", "symbols", "problems", "tokens", "format")) {
            holds("source", "source", question, seed, "--json");
        }
        for (String question : List.of("hover", "definition", "references", "complete")) {
            holds("source", "source", question, seed + ":fpregs_lock", "--json");
        }
        holds("source", "source", "rename", seed + ":update", "--to", "change", "--json");
        String slip = Files.writeString(folder.resolve("slip.c"), SourceCommandTest.SLIP).toString();
        CommandRun run = CommandRun.of("source", "problems", slip, "--json");
        assertEquals(Set.of(), validate("source", run.out()), run.out());
    }

    @Test
    void cpusKeepTheirPromise() throws IOException {
        holds("cpus", "cpus", "--json");
        holds("cpus-diff", "cpus", "diff", "zen2", "zen3", "--json");
    }

    @Test
    void aRunWithItsMachineAndTimelineKeepsItsPromise(@TempDir Path folder) throws IOException {
        String seed = TestInputs.example("seed/begin-finish.c").toString();
        String file = folder.resolve("timeline.json").toString();
        holds("run", "run", seed, "--scenario", "as_posted", "--schedule", "A*8", "--json", "--machine",
                "6.2",
                "--timeline", file);
        assertEquals(Set.of(), validate("timeline", Files.readString(Path.of(file))));
    }

    @Test
    void searchKeepsItsPromise(@TempDir Path folder) throws IOException {
        String model = Files.writeString(folder.resolve("m.c"), """
                knob_range(n, 1, 4, 2);
                knob(entry, ENTRY_A, ENTRY_B);
                range(0, 9) x;
                range(0, 9) xsave_full;
                rule(up) { assume(x < 4); x = x + (entry == ENTRY_A ? n : 1); xsave_full += 1; }
                property(small, "x stays small") { return x < 5; }
                """).toString();
        holds("designs-search", "designs", "--search", model, "--json");
    }

    @Test
    void decodeKeepsItsPromise() throws IOException {
        holds("decode", "decode", "--json", TestInputs.example("cores/six-threads.core").toString(), "/none");
    }

    @Test
    void designsKeepTheirPromise() throws IOException {
        holds("designs", "designs", "--json", "--design", "2c", "--kernel", "5.15");
    }

    @Test
    void lintDiffAndConvertKeepTheirPromise(@TempDir Path folder) throws IOException {
        String core = TestInputs.example("cores/six-threads.core").toString();
        String out = folder.resolve("out").toString();
        holds("lint", "lint", "--json", core, "/none", "--cpu", "nehalem");
        holds("lint", "lint", "--json", core);
        holds("diff", "diff", "--json", core, core, "--thread-a", "0", "--thread-b", "1");
        holds("diff", "diff", "--json", core, "/none");
        holds("convert", "convert", "--json", core, "--thread", "0", "--set", "mxcsr=0x1f80", "-o", out);
        holds("convert", "convert", "--json", core, "--thread", "0", "--cpu", "nehalem", "-o", out);
        holds("convert", "convert", "--json", core, "-o", out);
        holds("edit", "edit", "--json", core, "--thread", "0", "--set", "mxcsr=0x1fbf", "-o", out);
        holds("edit", "edit", "--json", core, "--thread", "0", "--in-use", "PKRU", "-o", out);
        holds("edit", "edit", "--json", core, "-o", out);
    }

    @Test
    void featuresKeepTheirPromise() throws IOException {
        holds("features", "features", "--json");
    }

    @Test
    void replayKeepsItsPromise() throws IOException {
        holds("isa-replay", "isa", "replay", "--json", TestInputs.corpus("vectors/zen3").toString(), "/none");
    }

    @Test
    void checkAndRunKeepTheirPromise() throws IOException {
        String anchor = TestInputs.example("anchors/S.c").toString();
        String seed = TestInputs.example("seed/begin-finish.c").toString();
        holds("check", "check", "--json", anchor, "--set", "BUG=1");
        holds("check", "check", "--json", anchor, "/none", "--max-states", "1000");
        holds("check", "check", "--json", seed);
        holds("run", "run", "--json", anchor, "--seed", "1");
        holds("run", "run", "--json", seed, "--scenario", "as_posted", "--seed", "1");
    }

    @Test
    void compareKeepsItsPromise() throws IOException {
        String anchor = TestInputs.example("anchors/S.c").toString();
        holds("compare", "compare", "--json", anchor, "--vary", "BUG=0,1,17");
        holds("compare", "compare", "--json", anchor, "--relies-on");
    }

    @Test
    void theMuseumKeepsItsPromise(@TempDir Path folder) throws IOException {
        String museum = TestInputs.example("museum").toString();
        holds("museum", "museum", museum, "--json");
        holds("museum", "museum", museum, "M25", "m17", "--json");
        Files.writeString(folder.resolve("a.c"), "task(A) { }\n");
        holds("museum", "museum", folder.toString(), "--json");
    }

    @Test
    void aSavedTraceKeepsItsPromise(@TempDir Path folder) throws IOException {
        Path trace = folder.resolve("out.xtrace");
        CommandRun.of("check", TestInputs.example("anchors/S.c").toString(), "--set", "BUG=1", "--save-trace",
                trace.toString());
        assertEquals(Set.of(), validate("trace", Files.readString(trace)));
        CommandRun.of("run", TestInputs.example("seed/begin-finish.c").toString(), "--scenario", "as_posted",
                "--seed", "1", "--save-trace", trace.toString());
        assertEquals(Set.of(), validate("trace", Files.readString(trace)));
    }

    @Test
    void aSchemaRefusesWhatItDoesNotPromise() throws IOException {
        assertFalse(validate("layout", "{\"schema\":\"xstate/layout/1\",\"source\":\"x\"}").isEmpty());
    }
}
