package org.xstate.ui.tests;

import org.eclipse.jface.bindings.keys.IKeyLookup;
import org.eclipse.jface.bindings.keys.KeyLookupFactory;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Keys, pressed in a control: bindings of the workbench are found as for a real key. */
public final class Keys {

    private Keys() {
    }

    /**
     * Focuses the control and presses keys one after the other. A native widget does not see them: for what a text field or a
     * tree does by itself use their own methods.
     *
     * @param strokes as in plugin.xml: {@code CTRL+SHIFT+C}, {@code F5}, {@code ARROW_DOWN}, {@code a}
     */
    public static void press(Control control, String... strokes) {
        for (String stroke : strokes) {
            Event event = event(stroke);
            Ui.on(() -> {
                control.setFocus();
                return null;
            });
            Ui.send(control, SWT.KeyDown, event);
            if (!Ui.on(control::isDisposed)) {
                Ui.send(control, SWT.KeyUp, event(stroke));
            }
        }
    }

    /** Presses keys as somebody does who types on: the next one does not wait for what the last one has set going. */
    public static void type(Control control, String... strokes) {
        Ui.on(() -> {
            control.setFocus();
            return null;
        });
        for (String stroke : strokes) {
            Ui.on(() -> {
                for (int type : new int[]{SWT.KeyDown, SWT.KeyUp}) {
                    Event event = event(stroke);
                    event.widget = control;
                    event.display = control.getDisplay();
                    control.notifyListeners(type, event);
                }
                return null;
            });
        }
    }

    private static Event event(String text) {
        KeyStroke stroke;
        try {
            stroke = KeyStroke.getInstance(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
        Event event = new Event();
        event.stateMask = stroke.getModifierKeys();
        int key = stroke.getNaturalKey();
        boolean letter = (key & SWT.KEYCODE_BIT) == 0;
        event.keyCode = letter ? Character.toLowerCase(key) : key;
        if (letter) {
            boolean control = (event.stateMask & SWT.CTRL) != 0;
            event.character = (char) (control && key >= 'A' && key <= 'Z'
                    ? key - '@'
                    : (event.stateMask & SWT.SHIFT) == 0 ? Character.toLowerCase(key) : key);
        }
        IKeyLookup lookup = KeyLookupFactory.getDefault();
        if (key == lookup.formalKeyLookup(IKeyLookup.ENTER_NAME)) {
            event.character = SWT.CR;
        }
        event.doit = true;
        return event;
    }
}
