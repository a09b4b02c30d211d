package org.xstate.ui.tests.gallery.layout;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;

/** Brings on the view with a CPU, or two. */
final class LayoutScene {

    static final String ID = "org.xstate.ui.layout.cpu";

    private LayoutScene() {
    }

    static IViewPart show(String cpu, String other) {
        IViewPart view = Ui.open(ID, IViewPart.class);
        choose(view, 1, other);
        choose(view, 0, cpu);
        return view;
    }

    /** The view over all of the window. */
    static IViewPart large(String cpu, String other) {
        IViewPart view = show(cpu, other);
        Ui.on(() -> {
            Ui.page().toggleZoom(Ui.page().getReference(view));
            return null;
        });
        Ui.settle();
        return view;
    }

    private static void choose(IViewPart view, int number, String text) {
        List<Combo> combos = Ui
                .on(() -> Ui.all(Ui.area(view), Combo.class).stream().filter(Control::isVisible).toList());
        Combo combo = combos.get(number);
        Ui.on(() -> {
            combo.select(combo.indexOf(text));
            return null;
        });
        Ui.send(combo, SWT.Selection, new Event());
    }
}
