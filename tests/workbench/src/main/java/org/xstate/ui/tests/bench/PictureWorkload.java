package org.xstate.ui.tests.bench;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape;
import org.xstate.ui.picture.PictureCanvas;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;

/** Walking, paging and zooming through a picture of twenty thousand shapes. */
final class PictureWorkload implements Workload {

    private static final int ROWS = 100;
    private static final int COLUMNS = 100;

    private Shell shell;
    private PictureCanvas shown;

    @Override
    public String name() {
        return "a picture of 20,000 shapes walked through and zoomed";
    }

    @Override
    public void prepare() {
        Ui.on(() -> {
            shell = new Shell(Display.getCurrent());
            shell.setLayout(new FillLayout());
            shown = new PictureCanvas(shell, "nothing");
            shown.show(picture());
            shell.setSize(1200, 800);
            shell.open();
            return null;
        });
        Ui.settle();
    }

    private static Picture picture() {
        List<Shape> shapes = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            int x = i % COLUMNS * 40;
            int y = i / COLUMNS * 25;
            shapes.add(new Shape.Box(x, y, 36, 20, 3, Ink.MEMORY, Shape.Fill.HATCHED, Ink.MEMORY_LINE,
                    Shape.Stroke.THIN));
            shapes.add(new Shape.Text(x + 18, y + 14, Integer.toString(i), Shape.Face.SMALL, Ink.TEXT,
                    Shape.Anchor.MIDDLE));
            items.add(new Item(Integer.toString(i), "item " + i, "", x, y, 36, 20));
        }
        return new Picture(COLUMNS * 40, ROWS * 25, "many shapes", shapes, items);
    }

    @Override
    public void run() {
        for (int i = 0; i < 20; i++) {
            Keys.press(shown.canvas(), "PAGE_DOWN", "ARROW_DOWN", "ARROW_RIGHT");
        }
        Keys.press(shown.canvas(), "-", "-", "-", "-", "-", "-", "END", "0", "HOME", "+", "+", "+");
        Ui.on(() -> {
            shell.dispose();
            return null;
        });
    }
}
