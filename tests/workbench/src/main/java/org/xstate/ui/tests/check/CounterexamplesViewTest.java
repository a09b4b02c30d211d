package org.xstate.ui.tests.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xstate.analysis.check.TraceFile;
import org.xstate.analysis.json.CheckJsonReader;
import org.xstate.ui.Exportable;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** The list of counterexamples. The seed's: README. */
class CounterexamplesViewTest {

    private SeedProject project;
    private IViewPart view;

    @BeforeEach
    void checkTheSeed() {
        ChecksDriver.view();
        ChecksDriver.clear();
        project = new SeedProject("violated", "seed");
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        view = Ui.open("org.xstate.ui.check.counterexamples", IViewPart.class);
    }

    @AfterEach
    void closeProject() {
        ChecksDriver.view();
        ChecksDriver.clear();
        project.close();
    }

    private Table table() {
        return Ui.on(() -> Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow());
    }

    private void select(String... scenarios) {
        Table table = table();
        TableItem first = Ui.on(() -> {
            TableItem[] items = Arrays.stream(table.getItems())
                    .filter(item -> Arrays.asList(scenarios).contains(item.getText(1)))
                    .toArray(TableItem[]::new);
            table.setSelection(items);
            return items[0];
        });
        Event event = new Event();
        event.item = first;
        Ui.send(table, SWT.Selection, event);
    }

    private String report() {
        return Ui.on(() -> Ui.find(Ui.area(view), StyledText.class, one -> true).orElseThrow().getText());
    }

    @Test
    void eachViolatedScenarioIsARowWithItsPropertyAndSteps() {
        List<String> rows = Rows.of(table());
        assertEquals(5, rows.size(), rows.toString());
        assertTrue(rows.stream()
                .anyMatch(row -> row.startsWith("seed/begin-finish.c|as_posted|update_is_kept|8|yes|")),
                rows.toString());
    }

    @Test
    void theSelectedOneIsShownAsTheCommandPrintsIt() {
        select("as_posted");
        assertTrue(report().startsWith("VIOLATED   update_is_kept: "), report());
        Exportable exportable = Ui.on(() -> view.getAdapter(Exportable.class));
        assertEquals("xstate check seed/begin-finish.c --scenario as_posted", Ui.on(exportable::command));
        assertEquals(8,
                CheckJsonReader.read(Ui.on(exportable::json).orElseThrow()).getFirst().steps());
    }

    @Test
    void twoAreCompared() {
        select("as_posted", "target_runs");
        assertTrue(report().startsWith("CHANGED    against"), report());
        assertTrue(report().contains("the first "), report());
    }

    @Test
    void stepsSortAsNumbers() {
        Ui.send(Ui.on(() -> table().getColumn(3)), SWT.Selection, new Event());
        List<Integer> steps = Rows.of(table()).stream().map(row -> Integer.parseInt(row.split("\\|")[3]))
                .toList();
        assertEquals(steps.stream().sorted().toList(), steps);
        assertTrue(steps.getLast() >= 10 || steps.getFirst() < steps.getLast(), steps.toString());
    }

    @Test
    void itIsOpenedInTheDebuggerAndItsTraceViolatesTheSame() {
        try (RecordedOpenings debugger = new RecordedOpenings()) {
            select("as_posted");
            Ui.on(() -> {
                ChecksDriver.action(view, "Step Through the Counterexample").run();
                return null;
            });
            Ui.await("the debugger is asked", () -> !debugger.opened().isEmpty());
            RecordedOpenings.Opened opened = debugger.opened().getFirst();
            assertEquals("seed/begin-finish.c as_posted", opened.label());
            assertEquals("update_is_kept", opened.trace().property().orElseThrow());
            assertEquals(project.path("seed/begin-finish.c").toString(), opened.scenario().source());
        }
    }

    @Test
    void aResultOfAnEarlierSessionIsOpenedToo() {
        project.leave();
        Ui.await("nothing is shown of a project that is not open", () -> table().getItemCount() == 0);
        project.open();
        Ui.await("results are read", () -> table().getItemCount() == 5);
        try (RecordedOpenings debugger = new RecordedOpenings()) {
            select("as_posted");
            Ui.on(() -> {
                ChecksDriver.action(view, "Step Through the Counterexample").run();
                return null;
            });
            Ui.await("the debugger is asked", () -> !debugger.opened().isEmpty());
            assertEquals(8, debugger.opened().getFirst().trace().moves().size());
        }
    }

    @Test
    void aMarkersQuickFixOpensIt() throws CoreException {
        IMarker marker = Arrays.stream(project.file("seed/begin-finish.c")
                .findMarkers("org.xstate.ui.check.violation", true, IResource.DEPTH_ZERO))
                .filter(one -> one.getAttribute("scenario", "").equals("as_posted")).findFirst()
                .orElseThrow();
        IMarkerResolution[] fixes = Ui.on(() -> IDE.getMarkerHelpRegistry().getResolutions(marker));
        IMarkerResolution fix = Arrays.stream(fixes)
                .filter(one -> one.getLabel().equals("Step through the counterexample")).findFirst()
                .orElseThrow();
        try (RecordedOpenings debugger = new RecordedOpenings()) {
            Ui.on(() -> {
                fix.run(marker);
                return null;
            });
            Ui.await("the debugger is asked", () -> !debugger.opened().isEmpty());
            assertEquals("as_posted", debugger.opened().getFirst().trace().scenario());
        }
    }

    private String exported(String button, String file) throws Exception {
        Path target = project.path(file);
        select("as_posted");
        AutoCloseable answer = FileDialogs.answeredBy((shell, question) -> List.of(target));
        try {
            Ui.on(() -> {
                ChecksDriver.action(view, button).run();
                return null;
            });
            Ui.await("the file is written", () -> Files.isRegularFile(target));
        } finally {
            answer.close();
        }
        return Files.readString(target);
    }

    @Test
    void itIsSavedAsATraceThatTheCommandReplays() throws Exception {
        TraceFile trace = TraceFile.parse(exported("Save as Trace (*.xtrace)...", "out.xtrace"));
        assertEquals("as_posted", trace.scenario());
        assertEquals(8, trace.moves().size());
    }

    @Test
    void itIsDrawnAsASequenceDiagramThatIsXml() throws Exception {
        String svg = exported("Save as Sequence Diagram (*.svg)...", "out.svg");
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertEquals("svg", document.getDocumentElement().getNodeName());
        assertTrue(svg.contains("VIOLATED update_is_kept"));
    }

    @Test
    void itIsSavedAsASelftestInC() throws Exception {
        String text = exported("Save as C Selftest for a Real Kernel (*.c)...", "out.c");
        assertTrue(text.contains("int main("), text);
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        ChecksDriver.view();
        ChecksDriver.clear();
        Ui.open("org.xstate.ui.check.counterexamples", IViewPart.class);
        Ui.settle();
        assertFalse(Ui.on(() -> table().isVisible()));
        assertTrue(Ui.on(() -> Ui.find(Ui.area(view), org.eclipse.swt.widgets.Link.class,
                org.eclipse.swt.widgets.Control::isVisible).isPresent()));
    }
}
