package org.xstate.ui.tests.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.analysis.check.TraceFile;
import org.xstate.analysis.json.CheckJsonReader;
import org.xstate.ui.SourceCoverage;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** The view that {@code xstate check} stands behind. The seed's numbers: README. */
class ChecksViewTest {

    private SeedProject project;

    @BeforeEach
    void openProject() {
        ChecksDriver.view();
        ChecksDriver.clear();
        project = new SeedProject("checked", "seed");
    }

    @AfterEach
    void closeProject() {
        ChecksDriver.clear();
        Ui.on(() -> Ui.page().closeAllEditors(false));
        project.close();
    }

    /** Checks the seed and selects the scenario that is as the mail has it. */
    private void checkSeed() {
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        Rows.select(ChecksDriver.tree(), "seed/begin-finish.c", "as_posted");
    }

    @Test
    void theSeedIsViolatedInEightStepsAsItExpects() {
        checkSeed();
        String row = ChecksDriver.row(one -> one.startsWith("  as_posted|"));
        assertTrue(row.startsWith("  as_posted|VIOLATED: update_is_kept|yes|49|8|"), row);
    }

    @Test
    void theReportIsWhatTheCommandPrints() {
        checkSeed();
        String report = ChecksDriver.report();
        assertTrue(report.startsWith("VIOLATED   update_is_kept: "), report);
        assertTrue(report.contains("seed/begin-finish.c, 8 steps, shortest possible"), report);
        assertTrue(report.contains("49 states after reductions · 60 transitions"), report);
    }

    @Test
    void theRepairedOneHoldsAndEachPropertyIsARow() {
        ChecksDriver.checked(project.file("seed/begin-finish-fixed.c"));
        String row = ChecksDriver.row(one -> one.contains("|HOLDS|"));
        assertTrue(row.contains("|HOLDS|yes|"), row);
        String scenario = row.strip().substring(0, row.strip().indexOf('|'));
        Rows.expand(ChecksDriver.tree(),
                Rows.select(ChecksDriver.tree(), "seed/begin-finish-fixed.c", scenario));
        assertTrue(ChecksDriver.rows().stream().anyMatch(one -> one.startsWith("    update_is_kept|holds|")),
                () -> ChecksDriver.rows().toString());
    }

    @Test
    void resultsAreKeptAsTheCommandWritesThem() {
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        assertEquals(List.of("seed/begin-finish.as_posted.json", "seed/begin-finish.as_posted.txt",
                "seed/begin-finish.as_posted.xtrace"), project.results().subList(0, 3));
        var kept = CheckJsonReader.read(project.text("results/seed/begin-finish.as_posted.json")).getFirst();
        assertEquals("violated update_is_kept", kept.answer());
        assertEquals("seed/begin-finish.c", kept.source());
        assertEquals("as_posted",
                TraceFile.parse(project.text("results/seed/begin-finish.as_posted.xtrace")).scenario());
        assertTrue(Ui.on(() -> project.file("results/seed/begin-finish.as_posted.json").exists()),
                "the navigator does not know of it");
    }

    @Test
    void resultsAreThereAgainWhenTheProjectIsOpenedAgain() {
        checkSeed();
        String before = ChecksDriver.report();
        project.leave();
        Ui.await("nothing is shown of a project that is not open",
                () -> ChecksDriver.rows().isEmpty());
        project.open();
        Ui.await("the result is shown again", () -> !ChecksDriver.rows().isEmpty());
        Rows.select(ChecksDriver.tree(), "seed/begin-finish.c", "as_posted");
        assertEquals(before.strip(), ChecksDriver.report().strip());
        assertTrue(ChecksDriver.isEnabled("Step Through the Counterexample"));
    }

    @Test
    void theViolationIsMarkedInTheFile() throws CoreException {
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        IMarker[] markers = project.file("seed/begin-finish.c").findMarkers("org.xstate.ui.check.violation",
                true, IResource.DEPTH_ZERO);
        IMarker marker = Arrays.stream(markers)
                .filter(one -> one.getAttribute("scenario", "").equals("as_posted")).findFirst()
                .orElseThrow();
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        assertTrue(message.startsWith("update_is_kept is violated, as the scenario expects: "), message);
        assertEquals(IMarker.SEVERITY_INFO, marker.getAttribute(IMarker.SEVERITY, -1));
        // where the completed call leaves the registers wrong
        assertEquals(55, marker.getAttribute(IMarker.LINE_NUMBER, 0));
    }

    @Test
    void aPlaceInTheReportOpensTheFileThere() {
        checkSeed();
        var text = Ui.on(() -> Ui.find(Ui.area(Ui.page().findView(ChecksDriver.VIEW)),
                org.eclipse.swt.custom.StyledText.class, one -> true).orElseThrow());
        String report = ChecksDriver.report();
        int at = report.indexOf("begin-finish.c:");
        int line = Integer.parseInt(report.substring(at + 15).split("\\D")[0]);
        Ui.on(() -> {
            text.setCaretOffset(at);
            return null;
        });
        var enter = new org.eclipse.swt.widgets.Event();
        enter.keyCode = org.eclipse.swt.SWT.F3;
        Ui.send(text, org.eclipse.swt.SWT.KeyDown, enter);
        IEditorPart editor = Ui.on(() -> Ui.page().getActiveEditor());
        assertEquals("begin-finish.c", Ui.on(editor::getTitle));
        assertEquals(line, Ui.on(() -> ((org.eclipse.jface.text.ITextSelection) editor.getSite()
                .getSelectionProvider().getSelection()).getStartLine() + 1));
    }

    @Test
    void aFolderIsASuiteThatSaysHowManyAreAsExpected() {
        ChecksDriver.checked(project.folder("seed"));
        String row = ChecksDriver.row(one -> one.startsWith("seed|"));
        assertTrue(row.matches("seed\\|(\\d+) of \\1 as expected\\|.*"), row);
        Rows.select(ChecksDriver.tree(), "seed");
        String report = ChecksDriver.report();
        assertTrue(report.startsWith("$ xstate check seed"), report);
        assertTrue(
                report.contains("ok     seed/begin-finish.c as_posted: violated update_is_kept, 49 states"),
                report);
        assertTrue(report.contains("PASSED"), report);
    }

    @Test
    void aModelWithErrorsSaysWhatIsWrongAndWhere() throws IOException {
        Files.writeString(project.path("seed/broken.c"),
                project.text("seed/begin-finish.c").replace("fpregs_lock()", "fpregs_lockk()"));
        IResource file = Ui.on(() -> {
            project.file("seed/broken.c").refreshLocal(IResource.DEPTH_ZERO, null);
            return project.file("seed/broken.c");
        });
        ChecksDriver.checked(file);
        String row = ChecksDriver.row(one -> one.contains("ERROR"));
        assertTrue(row.contains("ERROR: the model has errors"), row);
        Rows.select(ChecksDriver.tree(), "seed/broken.c", "as_posted");
        assertTrue(ChecksDriver.report().contains("fpregs_lockk"), ChecksDriver.report());
    }

    @Test
    void theSecondAnswerIsComparedWithTheFirst() throws IOException {
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        assertFalse(ChecksDriver.isEnabled("Compare with the Answer Before"));
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        Rows.select(ChecksDriver.tree(), "seed/begin-finish.c", "as_posted");
        assertTrue(ChecksDriver.isEnabled("Compare with the Answer Before"));
        Ui.on(() -> {
            ChecksDriver.action(Ui.page().findView(ChecksDriver.VIEW), "Compare with the Answer Before")
                    .setChecked(true);
            return null;
        });
        ChecksDriver.press("Compare with the Answer Before");
        assertTrue(ChecksDriver.report().startsWith("SAME"), ChecksDriver.report());
    }

    @Test
    void whatIsRemovedIsGoneFromTheDiskToo() {
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        Rows.select(ChecksDriver.tree(), "seed/begin-finish.c");
        assertFalse(project.results().isEmpty());
        ChecksDriver.press("Remove with its Results");
        assertEquals(List.of(), ChecksDriver.rows());
        assertEquals(List.of(), project.results());
    }

    @Test
    void copiesAreWhatTheCommandPrints() {
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        Rows.select(ChecksDriver.tree(), "seed/begin-finish.c", "as_posted");
        var exportable = ChecksDriver.exportable();
        assertEquals("xstate check seed/begin-finish.c", Ui.on(exportable::command));
        assertEquals(ChecksDriver.report() + "\n", Ui.on(exportable::text).orElseThrow());
        assertEquals("violated update_is_kept",
                CheckJsonReader.read(Ui.on(exportable::json).orElseThrow()).getFirst().answer());
    }

    @Test
    void aLongCheckIsCancelledAndSaysWhatIsKnown() throws IOException {
        SeedProject anchors = new SeedProject("anchors", "anchors");
        try {
            Files.writeString(anchors.path("anchors/S.c"), anchors.text("anchors/S.c")
                    .replace("knob_range(NC, 1, 4, 2)", "knob_range(NC, 1, 4, 4)")
                    .replace("knob_range(NT, 2, 4, 2)", "knob_range(NT, 2, 4, 4)"));
            ChecksDriver.check(anchors.file("anchors/S.c"));
            Ui.await("states are counted", () -> ChecksDriver.rows().stream()
                    .anyMatch(row -> row.matches("anchors/S\\.c\\|S: .* states .*level .*")));
            Rows.select(ChecksDriver.tree(), "anchors/S.c");
            assertTrue(ChecksDriver.report().contains("ends early at:"), ChecksDriver.report());
            ChecksDriver.press("Cancel");
            ChecksDriver.awaitDone();
            String row = ChecksDriver.row(one -> one.startsWith("  S|"));
            assertTrue(row.startsWith("  S|UNDECIDED: cancelled; nothing violated within "), row);
            assertTrue(ChecksDriver.row(one -> one.startsWith("anchors/S.c|")).contains("cancelled"));
        } finally {
            ChecksDriver.clear();
            anchors.close();
        }
    }

    @Test
    void whatWasNeverReachedIsShownInTheEditor() throws IOException {
        Files.writeString(project.path("seed/small.c"), """
                range(0, 9) x;
                rule(up) { assume(x < 2); x = x + 1; }
                rule(never)
                {
                	assume(x > 5);
                	x = 0;
                }
                property(small, "x stays small") { return x <= 2; }
                """);
        IResource file = Ui.on(() -> {
            project.file("seed/small.c").refreshLocal(IResource.DEPTH_ZERO, null);
            return project.file("seed/small.c");
        });
        ChecksDriver.checked(file);
        Rows.select(ChecksDriver.tree(), "seed/small.c", "small");
        String name = project.path("seed/small.c").toString();
        assertTrue(Ui.on(() -> SourceCoverage.shown().stream()
                .anyMatch(mark -> mark.file().equals(name) && mark.line() == 6
                        && mark.kind() == SourceCoverage.Kind.UNREACHED)),
                () -> SourceCoverage.shown().toString());
        assertTrue(ChecksDriver.row(row -> row.startsWith("  small|")).contains("statements never reached"),
                () -> ChecksDriver.rows().toString());
    }

    @Test
    void aQueueOfChecksIsWorkedOffOneAfterTheOther() {
        for (String file : Arrays.asList("seed/begin-finish.c", "seed/begin-finish-fixed.c",
                "seed/flaws.c")) {
            ChecksDriver.check(project.file(file));
        }
        ChecksDriver.awaitDone();
        assertEquals(3, ChecksDriver.rows().stream().filter(row -> !row.startsWith(" ")).count());
        assertTrue(ChecksDriver.rows().stream().filter(row -> !row.startsWith(" "))
                .allMatch(row -> row.contains("as expected")), () -> ChecksDriver.rows().toString());
    }
}
