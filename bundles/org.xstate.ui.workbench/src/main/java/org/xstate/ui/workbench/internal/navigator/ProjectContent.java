package org.xstate.ui.workbench.internal.navigator;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.ui.model.WorkbenchContentProvider;

/** Projects, folders and files, and below a file its scenarios or images. */
public final class ProjectContent extends WorkbenchContentProvider {

    private final FileContents contents = new FileContents(this::refresh);
    private final IResourceChangeListener changes = this::changed;
    private StructuredViewer viewer;

    @Override
    public void inputChanged(Viewer newViewer, Object oldInput, Object newInput) {
        super.inputChanged(newViewer, oldInput, newInput);
        viewer = (StructuredViewer) newViewer;
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
    }

    FileContents contents() {
        return contents;
    }

    @Override
    public Object[] getChildren(Object element) {
        if (element instanceof IFile file) {
            return contents.parts(file).toArray();
        }
        return Arrays.stream(super.getChildren(element))
                .filter(child -> !(child instanceof IResource resource && resource.getName().startsWith(".")))
                .toArray();
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof IFile file ? !contents.parts(file).isEmpty() : super.hasChildren(element);
    }

    @Override
    public Object getParent(Object element) {
        return element instanceof PartNode part ? part.file() : super.getParent(element);
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        contents.close();
        super.dispose();
    }

    /** The platform's provider shows what comes and goes; what a file holds may change without that. */
    private void changed(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(delta -> {
                if (delta.getResource() instanceof IFile file && delta.getKind() == IResourceDelta.CHANGED
                        && (delta.getFlags() & IResourceDelta.CONTENT) != 0) {
                    refresh(List.of(file));
                }
                return true;
            });
        } catch (CoreException e) {
            ILog.of(ProjectContent.class).log(e.getStatus());
        }
    }

    private void refresh(List<IFile> files) {
        if (viewer == null || viewer.getControl().isDisposed()) {
            return;
        }
        viewer.getControl().getDisplay().asyncExec(() -> {
            if (!viewer.getControl().isDisposed()) {
                files.forEach(file -> viewer.refresh(file, true));
            }
        });
    }
}
