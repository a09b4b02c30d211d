package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.tests.Ui;

/** Files from wherever they are, each in the part that is made for what it holds; the window's menus. */
class OpenFilesTest {

    private static Path example(String name) {
        return Path.of(System.getProperty("xstate.root"), "examples", name);
    }

    /** As another start of the program hands files over. */
    private static void hand(Path file) throws Exception {
        Path inbox = Path.of(Platform.getInstanceLocation().getURL().getPath(),
                ".metadata/.plugins/org.xstate.ui.workbench/inbox");
        Path request = Files.writeString(inbox.resolve("test.new"), file.toString());
        Files.move(request, inbox.resolve("test.open"));
    }

    private static void awaitEditor(String id, String name) {
        Ui.await(name + " is in " + id, () -> Ui.page().getActiveEditor() != null
                && Ui.page().getActiveEditor().getEditorInput().getName().equals(name)
                && Ui.page().getActiveEditor().getSite().getId().equals(id));
    }

    @AfterEach
    void closeAll() {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    @Test
    void aCoreOpensInTheEditorOfImages() throws Exception {
        hand(example("cores/six-threads.core"));
        awaitEditor("org.xstate.ui.images.editor", "six-threads.core");
    }

    @Test
    void aCoreThatIsNamedAsSomethingElseDoesToo(@TempDir Path folder) throws Exception {
        hand(Files.copy(example("cores/six-threads.core"), folder.resolve("notes.txt")));
        awaitEditor("org.xstate.ui.images.editor", "notes.txt");
    }

    @Test
    void aScenarioOpensInTheEditorOfModelC() throws Exception {
        hand(example("scenarios/pkru-init.c"));
        awaitEditor("org.xstate.ui.editor.modelC", "pkru-init.c");
    }

    @Test
    void aCpuidDumpIsLaidOut() throws Exception {
        Ui.on(() -> {
            Optional.ofNullable(Ui.page().findView("org.xstate.ui.layout.cpu"))
                    .ifPresent(Ui.page()::hideView);
            return null;
        });
        hand(example("cpuid/sizes-zeroed.txt"));
        Ui.await("the layout is shown", () -> Ui.page().findView("org.xstate.ui.layout.cpu") != null);
    }

    @Test
    void whatWasOpenedIsUnderOpenRecentLatestFirst() throws Exception {
        hand(example("scenarios/pkru-init.c"));
        awaitEditor("org.xstate.ui.editor.modelC", "pkru-init.c");
        hand(example("README.md"));
        Ui.await("the text is open",
                () -> Ui.page().getActiveEditor().getEditorInput().getName().equals("README.md"));
        List<String> entries = Ui.on(() -> texts(menu("&File", "Open R&ecent")));
        assertTrue(entries.get(0).startsWith("&1 README.md"), entries.toString());
        assertTrue(entries.get(1).startsWith("&2 pkru-init.c"), entries.toString());
    }

    @Test
    void bytesThatNobodyKnowsAreSaidToBeUnknown(@TempDir Path folder) throws Exception {
        hand(Files.write(folder.resolve("x.bin"), new byte[]{0, 1, 2, 3}));
        Ui.await("it is said", () -> shell("Open File").isPresent());
        Shell dialog = Ui.on(() -> shell("Open File").orElseThrow());
        Button ok = Ui.on(() -> Ui.find(dialog, Button.class, _ -> true).orElseThrow());
        Ui.send(ok, SWT.Selection, new Event());
        assertEquals(0, Ui.on(() -> Ui.page().getEditorReferences().length).intValue());
    }

    @Test
    void aboutHasTheVersionsOfThePlugins() {
        Ui.on(() -> Ui.page().getWorkbenchWindow().getService(IHandlerService.class)
                .executeCommand("org.xstate.ui.workbench.about", null));
        Ui.await("the dialog is open", () -> shell("About Xstate Workbench").isPresent());
        Shell dialog = Ui.on(() -> shell("About Xstate Workbench").orElseThrow());
        String text = Ui.on(() -> Ui.find(dialog, Text.class, one -> one.getText().contains("org.xstate.ui"))
                .orElseThrow().getText());
        assertTrue(text.contains("org.example.scratch 1.0.0"), text);
        assertTrue(text.contains(System.getProperty("java.runtime.version")), text);
        Ui.on(() -> {
            dialog.close();
            return null;
        });
    }

    @Test
    void mnemonicsOfTheWindowsMenusDiffer() {
        Menu bar = Ui.on(() -> Ui.page().getWorkbenchWindow().getShell().getMenuBar());
        assertEquals(List.of(), Ui.on(() -> clashes(bar)));
    }

    private static List<String> clashes(Menu menu) {
        Set<String> taken = new HashSet<>();
        return Arrays.stream(menu.getItems()).map(MenuItem::getText)
                .filter(text -> text.replace("&&", "").contains("&"))
                .filter(text -> !taken.add(
                        text.replace("&&", "").replaceAll("(?s).*?&(.).*", "$1").toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Menu menu(String... path) {
        Menu menu = Ui.page().getWorkbenchWindow().getShell().getMenuBar();
        for (String name : path) {
            menu = Arrays.stream(menu.getItems()).filter(item -> item.getText().equals(name)).findFirst()
                    .orElseThrow(() -> new AssertionError("no menu " + name)).getMenu();
            menu.notifyListeners(SWT.Show, new Event());
        }
        return menu;
    }

    private static List<String> texts(Menu menu) {
        return Arrays.stream(menu.getItems()).map(MenuItem::getText).toList();
    }

    private static Optional<Shell> shell(String title) {
        return Arrays.stream(Display.getCurrent().getShells()).filter(one -> one.getText().equals(title))
                .findFirst();
    }
}
