package org.xstate.ui.tests;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What a screen reader says. */
public final class Spoken {

    private Spoken() {
    }

    /**
     * The name of a control: what it tells itself, its own text, or the label before it. Empty for one that a screen reader
     * passes over in silence.
     */
    public static Optional<String> name(Control control) {
        return Ui.on(() -> told(control, ACC.CHILDID_SELF).or(() -> written(control))
                .or(() -> label(control)).filter(text -> !text.isBlank()));
    }

    /** The name of a child of a control that draws its children itself. */
    public static Optional<String> child(Control control, int number) {
        return Ui.on(() -> told(control, number));
    }

    /** SWT hands the listeners to the system only. */
    private static Optional<String> told(Control control, int child) throws ReflectiveOperationException {
        Accessible accessible = control.getAccessible();
        Field field = Accessible.class.getDeclaredField("accessibleListeners");
        field.setAccessible(true);
        if (!(field.get(accessible) instanceof List<?> listeners)) {
            return Optional.empty();
        }
        AccessibleEvent event = new AccessibleEvent(accessible);
        event.childID = child;
        for (Object listener : listeners) {
            ((AccessibleListener) listener).getName(event);
        }
        return Optional.ofNullable(event.result);
    }

    private static Optional<String> written(Control control) {
        return switch (control) {
            case Button button -> Optional.of(Ui.plain(button.getText()));
            case Link link -> Optional.of(link.getText());
            case Label label -> Optional.of(Ui.plain(label.getText()));
            case Group group -> Optional.of(group.getText());
            default -> Optional.empty();
        };
    }

    private static Optional<String> label(Control control) {
        Control[] siblings = control.getParent().getChildren();
        for (int i = 1; i < siblings.length; i++) {
            if (siblings[i] == control && siblings[i - 1] instanceof Label label) {
                return Optional.of(Ui.plain(label.getText()));
            }
        }
        return Optional.empty();
    }
}
