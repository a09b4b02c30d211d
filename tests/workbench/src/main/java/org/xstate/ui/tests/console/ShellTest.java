package org.xstate.ui.tests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Spoken;
import org.xstate.ui.tests.Ui;

/** The commands, typed into the console. */
class ShellTest {

    private static final Path ROOT = Path.of(System.getProperty("xstate.root"));

    private TextConsole console;
    private Text input;

    @BeforeEach
    void openTheShell() {
        Ui.settle();
        Ui.on(() -> PlatformUI.getWorkbench().getService(IHandlerService.class)
                .executeCommand("org.xstate.ui.console.open", null));
        Ui.await("there is a line for commands", () -> view() != null && line().isPresent());
        console = Ui.on(
                () -> (TextConsole) Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                        .filter(one -> one.getType().equals("org.xstate.ui.console.shell")).findFirst()
                        .orElseThrow());
        input = Ui.on(() -> line().orElseThrow());
        // the shell takes no line while a command still runs, as one that was stopped does for a moment
        Ui.await("no command runs", ShellTest::isIdle);
        Ui.on(() -> {
            console.clearConsole();
            input.setText("");
            return null;
        });
        Ui.await("the console is empty", () -> console.getDocument().getLength() == 0);
    }

    @Test
    void aCommandPrintsWhatItPrintsOnTheCommandLine() {
        run("layout --cpu zen3 --compacted");
        // the line of README.md, which the documents' test compares with the command's output
        awaitText("   9  PKRU   user           832     8         XCR0[9]           0, in Linux 55555554");
    }

    @Test
    void aPluginOfDropinsIsThereAsOnTheCommandLine() {
        run("features");
        awaitText("SCRATCH");
    }

    @Test
    void theOutputOfACommandGoesThroughAPipe() {
        run("layout --cpu zen3 | grep in.Linux");
        awaitText("XCR0[9]");
        // the line that was typed, and the one that was found
        assertEquals(2, text().lines().count(), text());
    }

    @Test
    void anExitCodeThatIsNotCleanIsSaid() {
        run("layout --cpu nonsense");
        awaitText("no CPU profile 'nonsense'");
        awaitText("exit code 64");
    }

    @Test
    void coloursAreNoEscapeSequences() {
        run("layout --cpu nonsense");
        run("help");
        awaitText("every register of every thread");
        assertEquals(-1, text().indexOf('\u001b'));
    }

    @Test
    void tabCompletesCommandsOptionsAndFiles() {
        type("lay");
        press(SWT.TAB);
        assertEquals("layout ", typed());
        type("layout --compa");
        press(SWT.TAB);
        assertEquals("layout --compacted ", typed());
        type("check " + ROOT + "/examples/seed/begin-finish-fi");
        press(SWT.TAB);
        assertEquals("check " + ROOT + "/examples/seed/begin-finish-fixed.c ", typed());
    }

    @Test
    void tabListsWhatThereIsIfItIsNotOne() {
        type("d");
        press(SWT.TAB);
        awaitText("decode  designs  diff");
        assertEquals("d", typed());
    }

    @Test
    void upAndDownRecallLines() {
        run("cpus diff zen4 zen4");
        run("cpus diff zen4 zen5");
        press(SWT.ARROW_UP);
        press(SWT.ARROW_UP);
        assertEquals("cpus diff zen4 zen4", typed());
        press(SWT.ARROW_DOWN);
        assertEquals("cpus diff zen4 zen5", typed());
        press(SWT.ARROW_DOWN);
        assertEquals("", typed());
    }

    @Test
    void aPlaceInTheOutputOpensTheLineInAnEditor() {
        run("check " + ROOT + "/examples/seed/begin-finish.c --scenario as_posted");
        awaitText("begin-finish.c:84");
        Ui.await("the place is a link", () -> link("begin-finish.c:84").isPresent());
        Ui.on(() -> {
            link("begin-finish.c:84").orElseThrow().linkActivated();
            return null;
        });
        Ui.await("an editor stands at line 84", () -> lineOfEditor() == 84);
    }

    @Test
    void controlCEndsACheckWithWhatItKnows() {
        type("check " + ROOT + "/examples/anchors/L.c --max-states 2000000000 --no-reductions");
        Ui.on(() -> {
            input.notifyListeners(SWT.KeyDown, key(SWT.CR));
            Event event = key('c');
            event.stateMask = SWT.CTRL;
            input.notifyListeners(SWT.KeyDown, event);
            return null;
        });
        awaitText("cancelled");
    }

    @Test
    void aScreenReaderNamesTheLine() {
        assertEquals("Command", Spoken.name(input).orElseThrow());
    }

    private static boolean isIdle() {
        return Stream.of(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().startsWith("org.xstate.ui.console."));
    }

    private static IViewPart view() {
        return Ui.page().findView(IConsoleConstants.ID_CONSOLE_VIEW);
    }

    private static Optional<Text> line() {
        return Ui.find(Ui.area(view()), Text.class, Control::isVisible);
    }

    private String text() {
        return Ui.on(() -> console.getDocument().get());
    }

    private void awaitText(String text) {
        Ui.await("the console says " + text, () -> console.getDocument().get().contains(text));
    }

    private void type(String text) {
        Ui.on(() -> {
            input.setText(text);
            input.setSelection(text.length());
            return null;
        });
    }

    private String typed() {
        return Ui.on(input::getText);
    }

    private void run(String line) {
        Ui.await("no command runs", ShellTest::isIdle);
        type(line);
        press(SWT.CR);
        Ui.settle();
    }

    private static Event key(int code) {
        Event event = new Event();
        event.keyCode = code;
        event.character = code < 128 ? (char) code : 0;
        return event;
    }

    private void press(int code) {
        Ui.on(() -> {
            Event event = key(code);
            if (code == SWT.TAB) {
                event.detail = SWT.TRAVERSE_TAB_NEXT;
                event.doit = true;
                input.notifyListeners(SWT.Traverse, event);
            } else {
                input.notifyListeners(SWT.KeyDown, event);
            }
            return null;
        });
        Ui.settle();
    }

    private Optional<IHyperlink> link(String text) {
        int at = console.getDocument().get().indexOf(text);
        return Stream.of(console.getHyperlinks())
                .filter(link -> console.getRegion(link).getOffset() == at).findFirst();
    }

    private static int lineOfEditor() {
        IEditorPart editor = Ui.page().getActiveEditor();
        if (editor == null || editor.getAdapter(ITextEditor.class) == null) {
            return 0;
        }
        return editor.getAdapter(ITextEditor.class).getSelectionProvider()
                .getSelection() instanceof ITextSelection selection ? selection.getStartLine() + 1 : 0;
    }
}
