package org.xstate.ui;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;

/** Cells of tables that can be changed by keys, as files are renamed: F2 begins, Enter takes, Escape leaves it as it was. */
public final class CellKeys {

    private CellKeys() {
    }

    /** @param column the one that is changed in the selected row, from 0 */
    public static void edit(TableViewer viewer, int column) {
        viewer.getTable().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            Object row = viewer.getStructuredSelection().getFirstElement();
            if (event.keyCode == SWT.F2 && row != null) {
                viewer.editElement(row, column);
            }
        }));
    }
}
