package org.xstate.ui.workbench.internal.navigator;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;

/** Folders before files, both by name; parts of a file in the order of the file. */
public final class NodeOrder extends ViewerComparator {

    @Override
    public int category(Object element) {
        return element instanceof IContainer ? 0 : 1;
    }

    /** By the names alone: a label may have more in it, which comes later. */
    @Override
    public int compare(Viewer viewer, Object one, Object other) {
        if (one instanceof IResource first && other instanceof IResource second) {
            int byKind = Integer.compare(category(first), category(second));
            return byKind != 0
                    ? byKind
                    : String.CASE_INSENSITIVE_ORDER.compare(first.getName(), second.getName());
        }
        return 0;
    }
}
