package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Where the tool bars of views are. */
class FolderLayoutTest {

    @AfterEach
    void back() {
        show("layout");
    }

    private static void show(String perspective) {
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench." + perspective,
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        Ui.settle();
    }

    private static List<CTabFolder> folders() {
        Shell window = Ui.page().getWorkbenchWindow().getShell();
        return Ui.all(window, CTabFolder.class).stream()
                .filter(folder -> folder.isVisible() && folder.getTopRight() != null
                        && folder.getTopRight().isVisible())
                .toList();
    }

    private static boolean isAbove(CTabFolder folder) {
        Control bar = folder.getTopRight();
        return bar.getBounds().y + bar.getBounds().height <= folder.getClientArea().y;
    }

    @Test
    void noToolBarLiesOverItsViewWhenOneComesBackToAPerspective() {
        for (String perspective : List.of("verify", "layout", "verify")) {
            show(perspective);
            // drawn, as one sees it before going on
            Ui.photograph();
        }
        assertFalse(Ui.on(FolderLayoutTest::folders).isEmpty());
        Ui.await("every tool bar is above its view",
                () -> folders().stream().allMatch(FolderLayoutTest::isAbove));
    }
}
