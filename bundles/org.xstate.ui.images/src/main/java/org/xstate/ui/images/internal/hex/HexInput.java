package org.xstate.ui.images.internal.hex;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Keys and mouse of a hex view. */
final class HexInput {

    private final HexView view;
    private boolean dragging;

    HexInput(HexView view) {
        this.view = view;
        Canvas canvas = view.canvas();
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, event -> dragging = false);
        canvas.addListener(SWT.MouseVerticalWheel, event -> {
            view.scrollTo(view.topRow() - event.count);
            event.doit = false;
        });
    }

    /** Tab goes from the numbers to the characters before it leaves. */
    private void traverse(Event event) {
        switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT -> {
                if (!view.isAscii()) {
                    view.setAscii(true);
                    event.doit = false;
                    event.detail = SWT.TRAVERSE_NONE;
                }
            }
            case SWT.TRAVERSE_TAB_PREVIOUS -> {
                if (view.isAscii()) {
                    view.setAscii(false);
                    event.doit = false;
                    event.detail = SWT.TRAVERSE_NONE;
                }
            }
            case SWT.TRAVERSE_PAGE_NEXT, SWT.TRAVERSE_PAGE_PREVIOUS, SWT.TRAVERSE_ESCAPE,
                    SWT.TRAVERSE_RETURN ->
                event.doit = true;
            default -> event.doit = false;
        }
    }

    private void key(Event event) {
        boolean extend = (event.stateMask & SWT.MOD2) != 0;
        boolean whole = (event.stateMask & SWT.MOD1) != 0;
        int at = view.caret();
        int row = HexGeometry.ROW;
        int page = view.visibleRows() * row;
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT -> view.moveTo(at + 1, extend);
            case SWT.ARROW_LEFT -> view.moveTo(at - 1, extend);
            case SWT.ARROW_DOWN -> step(at, row, extend);
            case SWT.ARROW_UP -> step(at, -row, extend);
            case SWT.PAGE_DOWN -> step(at, page, extend);
            case SWT.PAGE_UP -> step(at, -page, extend);
            case SWT.HOME -> view.moveTo(whole ? 0 : at / row * row, extend);
            case SWT.END -> view.moveTo(whole ? Integer.MAX_VALUE : at / row * row + row - 1, extend);
            default -> {
                boolean plain = (event.stateMask & (SWT.MOD1 | SWT.MOD3)) == 0;
                event.doit = !(plain && event.character != 0 && view.type(event.character));
            }
        }
    }

    /** Stays in its column: beyond the first or last row it stops. */
    private void step(int at, int by, boolean extend) {
        int to = at + by;
        int rowsLeft = (view.content().size() - 1 - at) / HexGeometry.ROW;
        int column = at % HexGeometry.ROW;
        view.moveTo(to < 0 ? column : to >= view.content().size() ? at + rowsLeft * HexGeometry.ROW : to,
                extend);
    }

    private void down(Event event) {
        view.canvas().setFocus();
        int offset = view.offsetAt(event.x, event.y);
        boolean inside = offset >= 0 && offset >= view.selection().offset()
                && offset < view.selection().end();
        if (offset < 0 || event.button != 1 && inside) {
            return;
        }
        view.setAscii(view.geometry().isAscii(event.x + view.scrolledX()));
        view.moveTo(offset, (event.stateMask & SWT.MOD2) != 0);
        dragging = event.button == 1;
    }

    private void move(Event event) {
        int offset = view.offsetAt(event.x, event.y);
        if (dragging && offset >= 0 && offset != view.caret()) {
            view.moveTo(offset, true);
        }
        view.canvas().setToolTipText(offset < 0 ? null : view.name(offset));
    }
}
