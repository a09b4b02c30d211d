package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Menus;
import org.xstate.ui.tests.Ui;

/** The ruler beside a text in model C: a double click sets a breakpoint and takes it away; its menu does too. */
class RulerTest {

    private static final int LINE = 22;

    private ITextEditor editor;
    private Canvas ruler;

    @BeforeEach
    void open() {
        editor = (ITextEditor) Ui.edit(Debugging.file("examples/seed/begin-finish.c"));
        Ui.on(() -> {
            text().setTopIndex(LINE - 5);
            return null;
        });
        Ui.settle();
        ruler = Ui.on(() -> Ui.all(Optional.ofNullable(editor.getAdapter(IVerticalRulerInfo.class))
                .orElseThrow().getControl(), Canvas.class).stream()
                .filter(one -> one.getChildren().length == 0).findFirst().orElseThrow());
    }

    @AfterEach
    void close() {
        Debugging.clear();
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    private StyledText text() {
        return (StyledText) editor.getAdapter(Control.class);
    }

    private static List<Integer> lines() {
        return Arrays.stream(DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints("org.xstate.ui.debug"))
                .map(one -> one.getMarker().getAttribute(IMarker.LINE_NUMBER, 0)).toList();
    }

    private void mouse(int type) {
        Event event = new Event();
        event.button = 1;
        event.count = type == SWT.MouseDoubleClick ? 2 : 1;
        event.x = 3;
        event.y = Ui.on(() -> text().getLinePixel(LINE - 1) + text().getLineHeight() / 2);
        Ui.send(ruler, type, event);
    }

    private void doubleClick() {
        mouse(SWT.MouseDown);
        mouse(SWT.MouseDoubleClick);
        mouse(SWT.MouseUp);
    }

    @Test
    void aDoubleClickSetsABreakpointAndTakesItAway() {
        doubleClick();
        Ui.await("a breakpoint is set", () -> !lines().isEmpty());
        assertEquals(List.of(LINE), lines());
        doubleClick();
        Ui.await("it is taken away", () -> lines().isEmpty());
    }

    @Test
    void theMenuOfTheRulerSetsOneToo() {
        mouse(SWT.MouseDown);
        Composite parent = Ui.on(ruler::getParent);
        Control owner = Ui.on(() -> ruler.getMenu() != null ? ruler : parent);
        assertTrue(Menus.labels(owner).contains("Toggle Breakpoint"), Menus.labels(owner).toString());
        Menus.context(owner, "Toggle Breakpoint");
        Ui.await("a breakpoint is set", () -> !lines().isEmpty());
        assertEquals(List.of(LINE), lines());
    }
}
