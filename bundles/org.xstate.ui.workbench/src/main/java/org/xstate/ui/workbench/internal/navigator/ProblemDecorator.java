package org.xstate.ui.workbench.internal.navigator;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Shows at files, and at the folders they are in, that they have errors or warnings. */
public final class ProblemDecorator extends LabelProvider implements ILightweightLabelDecorator {

    private final IResourceChangeListener changes = this::changed;

    public ProblemDecorator() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void decorate(Object element, IDecoration decoration) {
        if (element instanceof IResource resource && resource.isAccessible()) {
            String overlay = switch (worst(resource)) {
                case IMarker.SEVERITY_ERROR -> ISharedImages.IMG_DEC_FIELD_ERROR;
                case IMarker.SEVERITY_WARNING -> ISharedImages.IMG_DEC_FIELD_WARNING;
                default -> "";
            };
            if (!overlay.isEmpty()) {
                decoration.addOverlay(
                        PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(overlay),
                        IDecoration.BOTTOM_LEFT);
            }
        }
    }

    private static int worst(IResource resource) {
        try {
            return resource.findMaxProblemSeverity(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE);
        } catch (CoreException e) {
            ILog.of(ProblemDecorator.class).log(e.getStatus());
            return -1;
        }
    }

    private void changed(IResourceChangeEvent event) {
        Set<IResource> touched = new HashSet<>();
        for (IMarkerDelta delta : event.findMarkerDeltas(IMarker.PROBLEM, true)) {
            for (IResource one = delta.getResource(); one != null; one = one.getParent()) {
                touched.add(one);
            }
        }
        if (!touched.isEmpty()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(
                    () -> fireLabelProviderChanged(new LabelProviderChangedEvent(this, touched.toArray())));
        }
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        super.dispose();
    }
}
