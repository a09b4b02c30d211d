package org.xstate.ui.tests.help;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** The welcome page, which needs no browser. */
class WelcomeTest {

    @BeforeEach
    void openIt() {
        Ui.on(() -> intro().showIntro(PlatformUI.getWorkbench().getActiveWorkbenchWindow(), true));
        Ui.await("the page is shown", () -> !links().isEmpty());
    }

    @AfterEach
    void closeIt() {
        Ui.on(() -> intro().closeIntro(intro().getIntro()));
    }

    @Test
    void itOffersWaysToBegin() {
        List<String> titles = Ui.on(() -> links().stream().map(Hyperlink::getText).toList());
        assertTrue(
                titles.containsAll(List.of("Step through a counterexample", "Open a core, a frame or a dump",
                        "Write a scenario", "Compare designs of a kernel API", "Read the documents",
                        "From a mail's pseudo-code to a counterexample")),
                titles.toString());
    }

    @Test
    void everyWayCanBeReachedByTheKeyboard() {
        for (Hyperlink link : Ui.on(WelcomeTest::links)) {
            assertTrue(Ui.on(link::forceFocus), () -> Ui.on(link::getText));
        }
    }

    @Test
    void aLinkRunsItsCommand() {
        Hyperlink link = Ui.on(() -> links().stream()
                .filter(one -> one.getText().equals("Lay out the XSAVE area of a processor")).findFirst()
                .orElseThrow());
        Ui.on(() -> {
            Ui.page().hideView(Ui.page().findView("org.xstate.ui.layout.cpu"));
            link.notifyListeners(SWT.DefaultSelection, new Event());
            Event enter = new Event();
            enter.character = SWT.CR;
            link.notifyListeners(SWT.KeyDown, enter);
            return null;
        });
        Ui.await("the layout view is open", () -> Ui.page().findView("org.xstate.ui.layout.cpu") != null);
    }

    private static IIntroManager intro() {
        return PlatformUI.getWorkbench().getIntroManager();
    }

    private static List<Hyperlink> links() {
        List<Hyperlink> found = new ArrayList<>();
        Ui.find(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), ScrolledForm.class,
                form -> form.getText().equals("Welcome to Xstate Workbench"))
                .ifPresent(form -> collect(form, found));
        return found;
    }

    private static void collect(Control control, List<Hyperlink> found) {
        switch (control) {
            case Hyperlink link -> found.add(link);
            case Composite composite -> {
                for (Control child : composite.getChildren()) {
                    collect(child, found);
                }
            }
            default -> {
                // labels
            }
        }
    }
}
