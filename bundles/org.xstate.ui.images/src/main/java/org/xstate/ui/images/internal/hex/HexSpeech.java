package org.xstate.ui.images.internal.hex;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleTextAdapter;
import org.eclipse.swt.accessibility.AccessibleTextEvent;
import org.eclipse.swt.graphics.Point;

/** Tells a screen reader the byte under the caret, and the row as text. */
final class HexSpeech {

    private final HexView view;

    HexSpeech(HexView view) {
        this.view = view;
        Accessible accessible = view.canvas().getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = said();
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TEXT;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = row();
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE
                        | (view.canvas().isFocusControl() ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL)
                        | (view.isEditable() ? ACC.STATE_NORMAL : ACC.STATE_READONLY);
            }
        });
        accessible.addAccessibleTextListener(new AccessibleTextAdapter() {
            @Override
            public void getCaretOffset(AccessibleTextEvent event) {
                event.offset = view.caret() % HexGeometry.ROW * 3;
            }

            @Override
            public void getSelectionRange(AccessibleTextEvent event) {
                event.offset = view.caret() % HexGeometry.ROW * 3;
                event.length = 2;
            }
        });
        view.canvas().addListener(SWT.KeyUp, event -> accessible.textCaretMoved(view.caret()));
        view.canvas().addListener(SWT.Help, event -> event.doit = true);
    }

    /** {@code byte 24 (0x18): 80, mxcsr of SSE}. */
    String said() {
        if (view.content().size() == 0) {
            return "";
        }
        int at = view.caret();
        Point selected = new Point(view.selection().offset(), view.selection().length());
        return "byte %d (0x%x): %02x%s%s".formatted(at, at, view.content().at(at),
                view.name(at).isEmpty() ? "" : ", " + view.name(at),
                selected.y > 1 ? ", %d bytes selected from %d".formatted(selected.y, selected.x) : "");
    }

    private String row() {
        StringBuilder text = new StringBuilder();
        int first = view.caret() / HexGeometry.ROW * HexGeometry.ROW;
        for (byte one : view.content().bytes(first, HexGeometry.ROW)) {
            text.append("%02x ".formatted(one));
        }
        return text.toString().stripTrailing();
    }
}
