package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Program.Scenario;

/** What is read of a file before there is a library to check it with. */
class OutlineTest {

    private static final String TEXT = """
            /* types and functions of a library that is not there */
            #include "more.h"
            static struct fpu *fpu(library_type x) { return task(x); }
            task(SHARED) { rule(1); }
            scenario(one)
            {
            	cpu_profile("sapphire-rapids"); kernel("6.16");
            	cpus(2);
            	features(PKRU, PASID);
            	set(publish, PUBLISH_WR);
            }
            task(A) { library_type x; }
            kernel_thread(K) { }
            scenario(two) { }
            task(A) { }
            """;

    private static Outline outline(String text) {
        return ModelCompiler.outline(SourceFiles.of(Map.of("m.c", text, "more.h", "task(FIRST) { }\n")),
                "m.c");
    }

    @Test
    void scenariosHaveTheirSettingsAsWritten() {
        Outline outline = outline(TEXT);
        assertEquals(List.of(), outline.diagnostics());
        assertEquals(List.of("one", "two"), outline.scenarios().stream().map(Scenario::name).toList());
        assertEquals("[cpu_profile[sapphire-rapids], kernel[6.16], cpus[2], features[PKRU, PASID], "
                + "set[publish, PUBLISH_WR]]",
                outline.scenarios().getFirst().settings().stream().map(one -> one.name() + one.arguments())
                        .toList().toString());
        assertEquals("m.c:5:1", outline.scenarios().getFirst().span().place());
    }

    @Test
    void aScenarioThatIsLikeAnEarlierOneHasItsSettingsFirst() {
        Outline outline = outline(
                "scenario(one) { cpus(2); } scenario(two) { like(one); kernel(\"6.6\"); } scenario(three) { like(two); cpus(3); }");
        assertEquals("[cpus[2], kernel[6.6], cpus[3]]", outline.scenarios().getLast().settings().stream()
                .map(one -> one.name() + one.arguments()).toList().toString());
    }

    @Test
    void whatASentenceQuotesIsFoundInTheSetting() {
        Program.Setting features = outline(TEXT).scenarios().getFirst().settings().get(3);
        assertEquals("m.c:9:17", features.place("there is no component 'PASID'").place());
        assertEquals("m.c:9:2", features.place("there are no components").place());
    }

    @Test
    void tasksBelongToTheLastScenarioBeforeThemOrToAll() {
        Outline outline = outline(TEXT);
        assertEquals(List.of("FIRST", "SHARED", "A", "K"), names(outline, "one"));
        assertEquals(List.of("FIRST", "SHARED", "A"), names(outline, "two"));
        assertEquals(List.of("K"), outline.processes().stream().filter(Outline.Process::kernelThread)
                .map(Outline.Process::name).toList());
        assertEquals(Optional.empty(), outline.scenario(Optional.empty()));
    }

    private static List<String> names(Outline outline, String scenario) {
        return outline.processes(outline.scenario(Optional.of(scenario))).stream().map(Outline.Process::name)
                .toList();
    }

    @Test
    void rulesAreSeenAtTheOutermostLevelOnly() {
        assertFalse(outline(TEXT).rules());
        assertTrue(outline("rule(r) { }\n").rules());
    }

    @Test
    void anOnlyScenarioIsTheOneThatIsMeant() {
        assertEquals(Optional.of("s"),
                outline("scenario(s) { }").scenario(Optional.empty()).map(Scenario::name));
    }

    @Test
    void textThatIsNoModelGivesDiagnosticsOrNothing() {
        assertEquals("no-such-file", ModelCompiler.outline(SourceFiles.of(Map.of()), "m.c").diagnostics()
                .getFirst().code());
        for (String text : List.of("", "task", "}}}} task(A) { }", "task(A) { user_write(")) {
            assertEquals(List.of(), outline(text).diagnostics(), text);
        }
    }

    @Test
    void aFileThatBreaksOffBeforeThereIsAnythingToExecuteIsMalformed() {
        for (String text : List.of("task(", "rule(\n", "scenario(s) { cpus(")) {
            assertEquals(List.of("syntax"),
                    outline(text).diagnostics().stream().map(Diagnostic::code).toList(), text);
        }
    }
}
