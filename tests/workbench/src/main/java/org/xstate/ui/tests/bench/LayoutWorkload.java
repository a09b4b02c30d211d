package org.xstate.ui.tests.bench;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;

/** Going through all known CPUs. */
final class LayoutWorkload implements Workload {

    private IViewPart view;

    @Override
    public String name() {
        return "every CPU profile laid out in turn";
    }

    @Override
    public void prepare() {
        view = Ui.open("org.xstate.ui.layout.cpu", IViewPart.class);
    }

    @Override
    public void run() {
        Combo combo = Ui.on(() -> Ui.find(Ui.area(view), Combo.class, one -> true).orElseThrow());
        int count = Ui.on(combo::getItemCount);
        for (int i = 0; i < count; i++) {
            int number = i;
            Ui.on(() -> {
                combo.select(number);
                return null;
            });
            Ui.send(combo, SWT.Selection, new Event());
        }
    }
}
