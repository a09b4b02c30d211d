package org.xstate.ui.tests;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Files dropped on controls, as from a file manager. */
public final class Drops {

    private Drops() {
    }

    /** @return whether the target took them */
    public static boolean files(Control control, Path... files) {
        DropTarget target = Ui.on(() -> (DropTarget) control.getData(DND.DROP_TARGET_KEY));
        if (target == null) {
            throw new AssertionError("nothing can be dropped here");
        }
        TransferData type = FileTransfer.getInstance().getSupportedTypes()[0];
        String[] names = Arrays.stream(files).map(Path::toString).toArray(String[]::new);
        int detail = send(target, control, DND.DragEnter, type, null, DND.DROP_COPY);
        detail = send(target, control, DND.DragOver, type, null, detail);
        if (detail == DND.DROP_NONE) {
            send(target, control, DND.DragLeave, type, null, detail);
            return false;
        }
        detail = send(target, control, DND.DropAccept, type, null, detail);
        detail = send(target, control, DND.Drop, type, names, detail);
        Ui.settle();
        return detail != DND.DROP_NONE;
    }

    /** What comes of a real drag is an event of a class that SWT keeps to itself. */
    private static int send(DropTarget target, Control control, int type, TransferData data, Object content,
            int detail) {
        return Ui.on(() -> {
            Class<?> kind = Class.forName("org.eclipse.swt.dnd.DNDEvent", true,
                    DropTarget.class.getClassLoader());
            Constructor<?> constructor = kind.getDeclaredConstructor();
            constructor.setAccessible(true);
            Event event = (Event) constructor.newInstance();
            Point middle = control.toDisplay(control.getSize().x / 2, control.getSize().y / 2);
            event.widget = target;
            event.x = middle.x;
            event.y = middle.y;
            event.detail = detail;
            event.data = content;
            set(event, "dataType", data);
            set(event, "dataTypes", new TransferData[]{data});
            set(event, "operations", DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
            set(event, "feedback", DND.FEEDBACK_SELECT);
            target.notifyListeners(type, event);
            return event.detail;
        });
    }

    private static void set(Event event, String name, Object value) throws ReflectiveOperationException {
        Field field = event.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(event, value);
    }
}
