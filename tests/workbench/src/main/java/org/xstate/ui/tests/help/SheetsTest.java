package org.xstate.ui.tests.help;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.internal.base.BaseHelpSystem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xstate.ui.tests.Ui;

/** The cheat sheets: every step's command does what the step says. */
class SheetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"mail", "core"})
    void everyStepRunsACommandThatIsThereAndLinksToAPage(String sheet) throws Exception {
        assertTrue(BaseHelpSystem.ensureWebappRunning(), "the server does not run");
        Document document = read(sheet);
        List<String> commands = commands(document);
        assertTrue(commands.size() >= 5, commands.toString());
        ICommandService service = PlatformUI.getWorkbench().getService(ICommandService.class);
        for (String command : commands) {
            ParameterizedCommand parsed = service.deserialize(command);
            assertTrue(parsed.getCommand().isDefined(), command);
            Optional.ofNullable(parsed.getParameterMap().get("org.eclipse.ui.views.showView.viewId"))
                    .ifPresent(view -> assertTrue(Optional.ofNullable(
                            PlatformUI.getWorkbench().getViewRegistry().find((String) view)).isPresent(),
                            command));
        }
        NodeList items = document.getElementsByTagName("item");
        for (int i = 0; i < items.getLength(); i++) {
            String href = ((Element) items.item(i)).getAttribute("href");
            try (InputStream page = HelpSystem.getHelpContent(href)) {
                assertTrue(Optional.ofNullable(page).isPresent(), href);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "core"})
    void aSheetOpensWithItsTitle(String sheet) {
        Ui.on(() -> run(
                "org.eclipse.ui.cheatsheets.openCheatSheet(cheatSheetId=org.xstate.ui.help." + sheet + ")"));
        Ui.await("the sheet is shown",
                () -> Ui.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView") != null);
        Ui.on(() -> {
            Ui.page().hideView(Ui.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView"));
            return null;
        });
    }

    @Test
    void theFirstStepOpensTheProposalAndTheLastItsAmendedForm() throws Exception {
        List<String> commands = commands(read("mail"));
        opens(commands.getFirst(), "begin-finish.c");
        opens(commands.getLast(), "begin-finish-fixed.c");
    }

    @Test
    void theFirstStepOfTheOtherSheetOpensTheCore() throws Exception {
        opens(commands(read("core")).getFirst(), "six-threads.core");
    }

    @Test
    void theStepsThatShowAViewShowIt() throws Exception {
        List<String> shown = new ArrayList<>(commands(read("mail")));
        shown.addAll(commands(read("core")));
        shown.removeIf(command -> !command.startsWith("org.eclipse.ui.views.showView"));
        assertFalse(shown.isEmpty());
        for (String command : shown) {
            Ui.on(() -> run(command));
            String view = command.substring(command.indexOf('=') + 1, command.length() - 1);
            Ui.await(view + " is open", () -> Ui.page().findView(view) != null);
        }
    }

    private static void opens(String command, String file) {
        Ui.on(() -> run(command));
        Ui.await(file + " is open in an editor",
                () -> Ui.page().getActiveEditor() != null
                        && Ui.page().getActiveEditor().getTitle().startsWith(file));
        assertTrue(ResourcesPlugin.getWorkspace().getRoot().getProject("xstate-examples").exists());
    }

    private static Object run(String command) throws Exception {
        ParameterizedCommand parsed = PlatformUI.getWorkbench().getService(ICommandService.class)
                .deserialize(command);
        return Optional.ofNullable(
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(parsed, null));
    }

    private static Document read(String sheet) throws Exception {
        try (InputStream in = Platform.getBundle("org.xstate.ui.help").getEntry("sheets/" + sheet + ".xml")
                .openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static List<String> commands(Document sheet) {
        NodeList found = sheet.getElementsByTagName("command");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute("serialization")).toList();
    }
}
