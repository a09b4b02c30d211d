package org.xstate.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Dialogs, which do not return to whoever opens them until they are closed. */
public final class Dialogs {

    private Dialogs() {
    }

    /**
     * Does something that opens a dialog, drives the dialog, and waits until both are over.
     *
     * @param opening run on the thread of the user interface
     * @param driving run on the caller's thread with the dialog's shell; has to bring it to an end
     */
    public static void during(Callable<?> opening, Consumer<Shell> driving) {
        List<Shell> before = Ui.on(Dialogs::visible);
        AtomicReference<Exception> thrown = new AtomicReference<>();
        AtomicReference<Boolean> over = new AtomicReference<>(false);
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            try {
                opening.call();
            } catch (Exception e) {
                thrown.set(e);
            } finally {
                over.set(true);
            }
        });
        Ui.await("a dialog opens", () -> over.get() || visible().size() > before.size());
        List<Shell> opened = Ui.on(() -> {
            List<Shell> now = new ArrayList<>(visible());
            now.removeAll(before);
            return now;
        });
        if (opened.isEmpty()) {
            throw new AssertionError("no dialog was opened", thrown.get());
        }
        Shell dialog = opened.getLast();
        driving.accept(dialog);
        Ui.await("the dialog is closed", () -> dialog.isDisposed() && over.get());
        Ui.settle();
        if (thrown.get() != null) {
            throw new IllegalStateException(thrown.get());
        }
    }

    /** Waits for a dialog that opens by itself, whose title or a text in it has the words. */
    public static Shell saying(String words) {
        AtomicReference<Shell> found = new AtomicReference<>();
        Ui.await("a dialog says " + words, () -> {
            visible().stream()
                    .filter(shell -> shell.getParent() instanceof Shell && text(shell).contains(words))
                    .findFirst().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** Its title, and every text in it. Call it by {@link Ui#on}. */
    public static String text(Shell dialog) {
        StringBuilder text = new StringBuilder(dialog.getText());
        Ui.all(dialog, Control.class).forEach(control -> text.append('\n').append(switch (control) {
            case Label label -> label.getText();
            case Text field -> field.getText();
            case Link link -> link.getText();
            case StyledText styled -> styled.getText();
            default -> "";
        }));
        return text.toString();
    }

    private static List<Shell> visible() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> !shell.isDisposed() && shell.isVisible()).toList();
    }

    /** The button of that text, without its mnemonic; pressed once it is enabled. */
    public static void press(Shell dialog, String text) {
        Button button = Ui.on(() -> Ui.find(dialog, Button.class, one -> Ui.plain(one.getText()).equals(text))
                .orElseThrow(() -> new AssertionError("no button \"" + text + "\" in " + buttons(dialog))));
        Ui.await("the button \"" + text + "\" is enabled", button::isEnabled);
        boolean radio = Ui.on(() -> (button.getStyle() & (SWT.CHECK | SWT.RADIO | SWT.TOGGLE)) != 0);
        if (radio) {
            Ui.on(() -> {
                button.setSelection((button.getStyle() & SWT.RADIO) != 0 || !button.getSelection());
                return null;
            });
        }
        // asynchronous: it may open another dialog
        Ui.on(() -> {
            button.getDisplay().asyncExec(() -> {
                if (!button.isDisposed()) {
                    button.notifyListeners(SWT.Selection, new Event());
                }
            });
            return null;
        });
        Ui.settle();
    }

    private static List<String> buttons(Shell dialog) {
        return Ui.all(dialog, Button.class).stream().map(button -> Ui.plain(button.getText())).toList();
    }
}
