package org.xstate.ui.tests.gallery.console;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.console.IConsoleConstants;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** A command and its output. */
final class ConsoleStage implements Stage {

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void set() {
        Ui.execute("org.xstate.ui.console.open");
        Ui.await("there is a line for commands", () -> line().isPresent());
        Text line = Ui.on(() -> {
            IViewPart view = Ui.page().findView(IConsoleConstants.ID_CONSOLE_VIEW);
            Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
            line().orElseThrow().setText("layout --cpu zen3 --compacted");
            return line().orElseThrow();
        });
        Event enter = new Event();
        enter.keyCode = SWT.CR;
        enter.character = SWT.CR;
        Ui.send(line, SWT.KeyDown, enter);
        Ui.await("the command has printed", () -> find(StyledText.class)
                .filter(text -> text.getText().contains("PKRU")).isPresent());
    }

    private static Optional<Text> line() {
        return find(Text.class);
    }

    private static <T extends Control> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(Ui.page().findView(IConsoleConstants.ID_CONSOLE_VIEW))
                .flatMap(view -> Ui.find(Ui.area(view), type, Control::isVisible));
    }
}
