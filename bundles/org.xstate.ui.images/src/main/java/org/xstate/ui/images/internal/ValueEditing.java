package org.xstate.ui.images.internal;

import java.util.Optional;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.TreeViewer;

/** Changes a field's value where it stands in the tree. */
final class ValueEditing extends EditingSupport {

    /** Whoever carries it out. */
    interface Setter {

        boolean mayChange(Node.OfField field);

        /** Why the text is no value of the field; empty if it is one. */
        Optional<String> check(Node.OfField field, String value);

        void set(Node.OfField field, String value);
    }

    private final TreeViewer viewer;
    private final Setter setter;

    ValueEditing(TreeViewer viewer, Setter setter) {
        super(viewer);
        this.viewer = viewer;
        this.setter = setter;
    }

    @Override
    protected boolean canEdit(Object element) {
        return element instanceof Node.OfField field && setter.mayChange(field);
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        return new TextCellEditor(viewer.getTree());
    }

    @Override
    protected Object getValue(Object element) {
        Node.OfField field = (Node.OfField) element;
        return NodeText.typed(field.part(), field.own().decoded());
    }

    @Override
    protected void setValue(Object element, Object value) {
        Node.OfField field = (Node.OfField) element;
        String text = value.toString().strip();
        if (!text.equals(getValue(element))) {
            setter.set(field, text);
        }
    }
}
