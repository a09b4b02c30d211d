package org.xstate.ui.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.ui.tests.Ui;

/** A view of a plugin that fails is one part with an error in it, and the desktop goes on. */
class BrokenViewsTest {

    private static final String PREFIX = "org.xstate.ui.tests.plugins.";
    private static final String BUNDLE = "org.xstate.ui.tests";

    @AfterEach
    void closeTheBrokenViews() {
        Ui.on(() -> {
            for (IViewReference view : Ui.page().getViewReferences()) {
                if (view.getId().startsWith(PREFIX)) {
                    Ui.page().hideView(view);
                }
            }
            return null;
        });
        Ui.settle();
        closeDialogs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "create", "missing"})
    void whatCannotBeMadeIsAnErrorThatNamesThePlugin(String which) {
        show(which);
        Ui.await("the error names the plugin",
                () -> shown(which).stream().anyMatch(it -> it.contains(BUNDLE)));
        theDesktopWorks();
    }

    @Test
    void whatWasThrownIsToBeReadInThePart() {
        show("create");
        Ui.await("the error names the plugin",
                () -> shown("create").stream().anyMatch(it -> it.contains(BUNDLE)));
        theDesktopWorks();
        Ui.on(() -> {
            Ui.find(Ui.area(Ui.page().findView(PREFIX + "create")), Button.class, button -> true)
                    .orElseThrow()
                    .notifyListeners(SWT.Selection, new Event());
            return null;
        });
        Ui.await("the reason is there",
                () -> shown("create").stream().anyMatch(it -> it.contains("planted in createPartControl")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"focus", "dispose"})
    void whatFailsLaterLeavesTheViewAndTheDesktop(String which) {
        show(which);
        Ui.await("the view is there", () -> shown(which).contains("whole"));
        Ui.on(() -> {
            IViewPart view = Ui.page().findView(PREFIX + which);
            if (view != null) {
                Ui.page().activate(view);
                Ui.page().hideView(view);
            }
            return null;
        });
        Ui.settle();
        theDesktopWorks();
    }

    private static void show(String which) {
        Ui.on(() -> {
            try {
                return Optional.ofNullable(Ui.page().showView(PREFIX + which));
            } catch (PartInitException | IllegalStateException e) {
                // what a command that opens views tells the user; the part is there all the same, or is not
                return Optional.empty();
            }
        });
        Ui.settle();
    }

    /** Every text in the part, and what stands at its tab. */
    private static List<String> shown(String which) {
        return Stream.of(Ui.page().getViewReferences()).filter(view -> view.getId().equals(PREFIX + which))
                .flatMap(view -> Stream.concat(Stream.of(view.getPartName()),
                        Optional.ofNullable(view.getView(true)).stream()
                                .flatMap(part -> texts(Ui.area(part)))))
                .toList();
    }

    private static Stream<String> texts(Control root) {
        String own = switch (root) {
            case Text text -> text.getText();
            case Label label -> label.getText();
            default -> "";
        };
        Stream<String> below = root instanceof org.eclipse.swt.widgets.Composite composite
                ? Stream.of(composite.getChildren()).flatMap(BrokenViewsTest::texts)
                : Stream.empty();
        return Stream.concat(Stream.of(own), below);
    }

    /** Another view opens and has its content. */
    private static void theDesktopWorks() {
        closeDialogs();
        IViewPart features = Ui.open("org.xstate.ui.workbench.features", IViewPart.class);
        Ui.await("the features are listed", () -> Ui.find(Ui.area(features), Table.class,
                table -> table.getItemCount() > 5).isPresent()
                || Ui.find(Ui.area(features), org.eclipse.swt.widgets.Tree.class,
                        tree -> tree.getItemCount() > 5)
                        .isPresent());
        assertTrue(Ui.on(() -> PlatformUI.getWorkbench().getWorkbenchWindowCount()) == 1);
    }

    /** The platform may tell of the error in a dialog too. */
    private static void closeDialogs() {
        Ui.on(() -> {
            for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
                if (!shell.isDisposed() && shell.isVisible() && (shell.getStyle() & SWT.DIALOG_TRIM) != 0
                        && shell.getParent() instanceof Shell) {
                    shell.close();
                }
            }
            return null;
        });
    }
}
