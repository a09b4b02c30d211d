package org.xstate.analysis.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.analysis.designs.DesignRow.Shown;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.scenario.LoadOptions;

class DesignJudgeTest {

    private static final Contributions ALL = Contributions
            .onClassPath(DesignJudgeTest.class.getClassLoader());
    private static final SourceFiles NOTHING = _ -> Optional.empty();

    private static final String HEAD = """
            #include "harness.h"

            void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
            {
            """;

    private static Design own(String body) {
        return Design.file("own.c", HEAD + body + "}\n", NOTHING);
    }

    private static DesignStudy study(Design... designs) {
        return new DesignStudy(List.of(designs), Design.of(ALL.apiDesigns()), Optional.empty(),
                DesignStudy.Switches.NONE, LoadOptions.of(ALL));
    }

    private static DesignMatrix judge(DesignStudy study) {
        return DesignJudge.judge(study, 1, new CancelToken(), _ -> {
        });
    }

    private static Design shipped(String id) {
        return Design.of(ALL.apiDesigns()).stream().filter(design -> design.id().equals(id)).findFirst()
                .orElseThrow();
    }

    private static DesignRow row(DesignMatrix matrix, String entry, String continuation) {
        return matrix.row(matrix.designs().getFirst().id(), entry, continuation).orElseThrow();
    }

    @Test
    void aMatrixHasEveryEntryCaseWithEveryContinuationInTheHarnesssOrder() {
        DesignMatrix matrix = judge(study(own("\tfpregs_lock();\n\tfpregs_unlock();\n")));
        assertEquals(List.of(), matrix.refused());
        assertEquals(List.of("L1", "L1s", "L0", "L0b", "V", "V0", "S1", "S0", "T", "Tn"), matrix.entries());
        assertEquals(List.of("ret", "kf", "sw", "swk"), matrix.continuations());
        assertEquals(40, matrix.rows().size());
    }

    /** Who writes nothing loses every update and nothing else, at the price of what is owed anyway. */
    @Test
    void aCallThatDoesNothingLosesTheUpdateOnly() {
        DesignMatrix matrix = judge(study(own("\tfpregs_lock();\n\tfpregs_unlock();\n")));
        assertTrue(matrix.rows().stream().allMatch(row -> row.updated() == Kept.LOST
                && row.bystander() == Kept.OK && row.shown() == Shown.NONE && row.reason().isEmpty()));
        assertEquals(Optional.of(new Operations(0, 0, 0, 0, 0)), row(matrix, "L1", "ret").cost());
        assertEquals(Optional.of(new Operations(0, 0, 1, 0, 0)), row(matrix, "S1", "ret").cost());
        // A is saved, B loaded, B saved, A loaded
        assertEquals(Optional.of(new Operations(2, 0, 2, 0, 0)), row(matrix, "L1", "sw").cost());
    }

    @Test
    void whatADesignRequiresOfACaseIsTheReasonWhyItDoesNotServeIt() {
        DesignMatrix matrix = judge(study(own("\trequire(serves_current, tsk == current);\n"
                + "\tfpregs_lock_and_load();\n\twrite_instruction(f, value);\n\tfpregs_unlock();\n")));
        DesignRow other = row(matrix, "T", "kf");
        assertEquals(Kept.NOT_SERVED, other.updated());
        assertEquals(Shown.NOT_SERVED, other.shown());
        assertEquals(Optional.of("the call changes the state of current only"), other.reason());
        assertEquals(Optional.empty(), other.cost());
        assertTrue(matrix.isRight("own"));
        assertTrue(row(matrix, "S1", "ret").isServed());
    }

    @Test
    void aRunThatEndsInABugIsNoSuccess() {
        DesignMatrix matrix = judge(study(own("\tBUG_ON(fpregs_live(tsk));\n")));
        DesignRow live = row(matrix, "L1", "ret");
        assertEquals(Optional.of("violated: no BUG_ON is reached"), live.reason());
        assertEquals(Kept.LOST, live.updated());
        assertEquals(Kept.LOST, live.bystander());
        assertEquals(Optional.empty(), live.cost());
        assertEquals("x", CellMark.of(List.of(live)));
        assertEquals(Optional.empty(), row(matrix, "S1", "ret").reason());
    }

    @Test
    void whatTheCallerIsShownIsToldApart() {
        DesignMatrix matrix = judge(
                study(own("\told_value_is_at(__raw_xsave_addr(&tsk->thread.fpu.fpstate->regs, f));\n")));
        assertEquals(Shown.STALE, row(matrix, "L1", "ret").shown(), "an older save's value");
        assertEquals(Shown.GARBAGE, row(matrix, "L1s", "ret").shown(), "bytes that nobody wrote");
        assertEquals(Shown.GARBAGE, row(matrix, "S0", "ret").shown());
        assertEquals(Shown.OK, row(matrix, "S1", "ret").shown());
        assertEquals(Shown.OK, row(matrix, "T", "ret").shown());
        DesignMatrix registers = judge(study(own("\told_value_is(read_instruction(f));\n")));
        assertEquals(Shown.OK, row(registers, "L0b", "ret").shown());
        assertEquals(Shown.GARBAGE, row(registers, "S1", "ret").shown(), "the kernel's value");
    }

    @Test
    void aTextWithErrorsIsRefusedWithThePlaceAndTheOthersAreJudged() {
        DesignMatrix matrix = judge(study(own("\tfpregs_lockk();\n"), shipped("3")));
        assertEquals(List.of("own"), matrix.refused().stream().map(DesignMatrix.Refused::design).toList());
        String text = matrix.refused().getFirst().text();
        assertTrue(text.contains("own.c:5:") && text.contains("did you mean 'fpregs_lock'"), text);
        assertEquals(40, matrix.rows("3").size());
    }

    @Test
    void aCounterexampleShowsTheCell() {
        Design design = own("\tfpregs_lock();\n\tfpregs_unlock();\n");
        DesignStudy study = study(design);
        DesignRow row = row(judge(study), "V", "kf");
        CellExplanation explained = CellExplanation.of(study, design, row,
                CheckOptions.defaults().exploration(), new CancelToken(), ProgressListener.SILENT);
        var report = explained.report().orElseThrow();
        assertEquals(Verdict.VIOLATED, report.verdict());
        assertEquals(Optional.of("update_arrives"), report.property());
        assertFalse(explained.scenario().contains("#include"), "it is one file");
        assertTrue(explained.scenario().contains("set(entry, ENTRY_V);"));
    }

    @Test
    void aCellThatIsRightIsShownAsAnExecution() {
        Design design = shipped("4");
        DesignStudy study = study(design);
        DesignRow row = row(judge(study), "S1", "ret");
        CellExplanation explained = CellExplanation.of(study, design, row,
                CheckOptions.defaults().exploration(), new CancelToken(), ProgressListener.SILENT);
        assertEquals(Verdict.HOLDS, explained.report().orElseThrow().verdict());
        assertFalse(explained.run().orElseThrow().trace().steps().isEmpty());
    }

    /** In the standard format XCOMP_BV is 0, so a BUG_ON on it fires always (5.x without XSAVES). */
    @Test
    void switchesChangeTheMachineAndTheRowsThatDifferAreFound() {
        DesignStudy standard = study(shipped("1c")).about(Subject.of("AVX", "PKRU", ALL.features()));
        DesignStudy other = new DesignStudy(standard.designs(), standard.known(), standard.subject(),
                new DesignStudy.Switches(Optional.empty(), Optional.empty(),
                        Map.of("xsave_instruction", "INSN_XSAVEOPT")),
                standard.base());
        DesignMatrix here = judge(other);
        assertEquals(40, here.against(judge(standard)).size());
        assertEquals(Optional.of("violated: no BUG_ON is reached"), row(here, "L1", "ret").reason());
    }

    @Test
    void aPageOfAMatrixIsWellFormedAndRefersToNothing() throws Exception {
        String page = DesignsHtml.page(judge(study(shipped("2c"))), List.of());
        assertFalse(page.contains("http") || page.contains("<script"), "self-contained");
        String xml = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
        javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(xml)));
        assertTrue(page.contains("get_xsave_addr() gives NULL"));
    }

    @Test
    void aCancelledMatrixSaysThatItIsNotComplete() {
        CancelToken token = new CancelToken();
        token.cancel();
        DesignMatrix matrix = DesignJudge.judge(study(shipped("3")), 1, token, _ -> {
        });
        assertFalse(matrix.complete());
        assertEquals(List.of(), matrix.rows());
    }
}
