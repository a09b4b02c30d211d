package org.xstate.ui.workbench.internal.open;

import java.nio.file.Path;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Files that are dragged from a file manager onto the window are opened where they are. Text editors ask the window for
 * this listener; the rest of the window has a target of its own, since the platform's for the place of editors is made once
 * and goes with the first control of that place.
 */
public final class WindowDrops extends DropTargetAdapter {

    private final IWorkbenchWindow window;

    public WindowDrops(IWorkbenchWindow window) {
        this.window = window;
    }

    /** From now on, wherever no part takes files itself. */
    public static void on(IWorkbenchWindow window) {
        DropTarget target = new DropTarget(window.getShell(),
                DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE | DND.DROP_LINK);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new WindowDrops(window));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (FileTransfer.getInstance().isSupportedType(event.currentDataType)) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            for (String file : files) {
                new FileOpener(window).open(Path.of(file));
            }
        }
    }
}
