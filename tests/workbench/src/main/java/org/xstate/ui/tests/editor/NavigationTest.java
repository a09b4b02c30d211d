package org.xstate.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;

/** From a name to what declares it, by the key and by the mouse. */
class NavigationTest {

    @TempDir
    Path folder;

    private ModelEditor editor;

    @BeforeEach
    void open() throws IOException {
        editor = ModelEditor.open(ModelEditor.seed(folder));
    }

    @AfterEach
    void close() {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    private static String library() {
        ModelEditor active = ModelEditor.active();
        return Ui.on(() -> active.part().getEditorInput() instanceof LibraryInput input ? input.file() : "");
    }

    @Test
    void f3OpensTheLibrarysTextAtTheNameAndBackReturns() {
        editor.caret("fpregs_lock()", 1);
        Keys.press(editor.widget(), "F3");
        Ui.await("the library is open", () -> library().equals("kernel/context.c"));
        ModelEditor library = ModelEditor.active();
        assertEquals("fpregs_lock", Ui.on(() -> library.widget().getSelectionText()));
        assertFalse(Ui.on(library.part()::isEditable));
        ModelEditor.execute("org.eclipse.ui.navigate.backwardHistory");
        Ui.await("the first editor is at the front", () -> Ui.page().getActiveEditor() == editor.part());
    }

    @Test
    void ctrlAndAClickDoTheSame() {
        editor.caret("fpregs_lock()", 1);
        StyledText text = editor.widget();
        Point place = Ui.on(() -> {
            text.setFocus();
            Point at = text.getLocationAtOffset(text.getCaretOffset() + 3);
            return new Point(at.x + 2, at.y + text.getLineHeight() / 2);
        });
        // the platform asks where the mouse is rather than the event
        Ui.on(() -> {
            text.getDisplay().setCursorLocation(text.toDisplay(place));
            return null;
        });
        Event control = new Event();
        control.keyCode = SWT.CTRL;
        Ui.send(text, SWT.KeyDown, control);
        mouse(text, SWT.MouseMove, place, 0);
        mouse(text, SWT.MouseDown, place, 1);
        mouse(text, SWT.MouseUp, place, 1);
        Ui.await("the library is open", () -> library().equals("kernel/context.c"));
    }

    private static void mouse(StyledText text, int type, Point place, int button) {
        Event event = new Event();
        event.x = place.x;
        event.y = place.y;
        event.button = button;
        event.count = 1;
        event.stateMask = SWT.CTRL | (type == SWT.MouseUp ? SWT.BUTTON1 : 0);
        Ui.send(text, type, event);
    }
}
