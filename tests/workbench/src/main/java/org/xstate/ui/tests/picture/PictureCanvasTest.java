package org.xstate.ui.tests.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.picture.PictureCanvas;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Spoken;
import org.xstate.ui.tests.Ui;

/** A picture in a window: pointed at, walked through, zoomed, read aloud. */
class PictureCanvasTest {

    private final List<String> picked = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private Shell shell;
    private PictureCanvas shown;

    @BeforeEach
    void open() {
        Ui.on(() -> {
            shell = new Shell(Display.getCurrent());
            shell.setLayout(new FillLayout());
            shown = new PictureCanvas(shell, "nothing is shown");
            shown.onPick(item -> picked.add(item.id()));
            shown.onOpen(item -> opened.add(item.id()));
            shown.show(Samples.grid(40, 20));
            shell.setSize(400, 300);
            shell.open();
            return null;
        });
        Ui.settle();
    }

    @AfterEach
    void close() {
        Ui.on(() -> {
            shell.dispose();
            return null;
        });
    }

    private Optional<String> chosen() {
        return Ui.on(() -> shown.chosen().map(Item::id));
    }

    private void mouse(int type, int x, int y) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = 1;
        Ui.send(shown.canvas(), type, event);
    }

    @Test
    void aClickChoosesWhatIsThere() {
        mouse(SWT.MouseDown, 10 + 50 + 5, 10 + 30 + 5);
        assertEquals(Optional.of("r1c1"), chosen());
        assertEquals(List.of("r1c1"), picked);
    }

    @Test
    void arrowsGoThroughRowsAndColumns() {
        Keys.press(shown.canvas(), "HOME", "ARROW_RIGHT", "ARROW_DOWN", "ARROW_DOWN", "ARROW_UP",
                "ARROW_LEFT");
        assertEquals(List.of("r0c0", "r0c1", "r1c1", "r2c1", "r1c1", "r1c0"), picked);
    }

    @Test
    void enterAndADoubleClickOpen() {
        Keys.press(shown.canvas(), "HOME", "CR");
        mouse(SWT.MouseDoubleClick, 10 + 50 + 5, 10 + 5);
        assertEquals(List.of("r0c0", "r0c1"), opened);
    }

    @Test
    void whatIsChosenByKeysIsScrolledTo() {
        Keys.press(shown.canvas(), "END");
        assertEquals(Optional.of("r39c19"), chosen());
        Ui.on(() -> {
            Rectangle place = shown.place(shown.chosen().orElseThrow());
            Rectangle area = shown.canvas().getClientArea();
            assertEquals(place, place.intersection(area));
            return null;
        });
    }

    @Test
    void afterScrollingAClickMeansWhatIsSeen() {
        Keys.press(shown.canvas(), "END");
        Rectangle place = Ui.on(() -> shown.place(shown.chosen().orElseThrow()));
        mouse(SWT.MouseDown, place.x - 50 + 5, place.y + 5);
        assertEquals(Optional.of("r39c18"), chosen());
    }

    @Test
    void plusMinusAndZeroZoom() {
        Keys.press(shown.canvas(), "HOME", "+", "+");
        assertEquals(1.5625, Ui.on(shown::zoom), 0.0001);
        Keys.press(shown.canvas(), "-");
        assertEquals(1.25, Ui.on(shown::zoom), 0.0001);
        Rectangle place = Ui.on(() -> shown.place(shown.chosen().orElseThrow()));
        assertEquals(50, place.width, "40 units at 125 %");
        Keys.press(shown.canvas(), "0");
        assertEquals(1, Ui.on(shown::zoom), 0.0001);
    }

    @Test
    void whatIsUnderTheWheelStaysThere() {
        Keys.press(shown.canvas(), "END");
        Rectangle before = Ui.on(() -> shown.place(shown.chosen().orElseThrow()));
        Event event = new Event();
        event.stateMask = SWT.MOD1;
        event.count = 3;
        event.x = before.x;
        event.y = before.y;
        Ui.send(shown.canvas(), SWT.MouseWheel, event);
        Rectangle after = Ui.on(() -> shown.place(shown.chosen().orElseThrow()));
        assertEquals(before.x, after.x, 1);
        assertEquals(before.y, after.y, 1);
        assertEquals(50, after.width);
    }

    @Test
    void everyItemIsReadAloudByItsName() {
        assertEquals(Optional.of("a grid"), Spoken.name(shown.canvas()));
        assertEquals(Optional.of("row 0, column 3"), Spoken.child(shown.canvas(), 3));
    }

    @Test
    void theTooltipIsThatOfTheItemUnderTheMouse() {
        mouse(SWT.MouseMove, 15, 15);
        assertEquals("row 0, column 0\ntip of 0,0", Ui.on(() -> shown.canvas().getToolTipText()));
        mouse(SWT.MouseMove, 2, 2);
        assertTrue(Ui.on(() -> shown.canvas().getToolTipText() == null));
    }

    @Test
    void whatIsSaidOfTheChosenItemCanBeCopied() {
        Keys.press(shown.canvas(), "HOME", "CTRL+C");
        assertEquals("row 0, column 0\ntip of 0,0", Ui.on(() -> {
            Clipboard clipboard = new Clipboard(Display.getCurrent());
            try {
                return clipboard.getContents(TextTransfer.getInstance());
            } finally {
                clipboard.dispose();
            }
        }));
    }

    @Test
    void theChoiceStaysWhenThePictureChangesAndGoesWithItsItem() {
        Keys.press(shown.canvas(), "HOME", "ARROW_RIGHT");
        Ui.on(() -> {
            shown.show(Samples.grid(1, 2));
            return null;
        });
        assertEquals(Optional.of("r0c1"), chosen());
        Ui.on(() -> {
            shown.show(Picture.empty("nothing"));
            return null;
        });
        assertEquals(Optional.empty(), chosen());
    }
}
