package org.xstate.ui.editor.internal;

import java.util.List;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Files, and below each the lines that are told of. */
final class FileGroups implements ITreeContentProvider {

    /** A file with its lines. */
    interface Group {
        List<?> lines();
    }

    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof Group group ? group.lines().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Group;
    }
}
