package org.xstate.ui.images.internal;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.xstate.analysis.image.FindingFix;
import org.xstate.api.Finding;

/** Quick fixes of findings: the change that does away with one, made in the editor, to be saved or undone. */
public final class FindingResolutions implements IMarkerResolutionGenerator2 {

    private record Mend(String label) implements IMarkerResolution {

        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public void run(IMarker marker) {
            editor(marker).ifPresent(editor -> editor.page().ifPresent(page -> finding(editor, marker)
                    .flatMap(page.findings()::fix).ifPresent(page.findings()::apply)));
        }
    }

    /** The editor that shows the marker's file; its findings are what the markers say. */
    private static Optional<ImageEditor> editor(IMarker marker) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            return IDE.openEditor(page, (IFile) marker.getResource(),
                    ImageEditor.ID) instanceof ImageEditor editor
                            ? Optional.of(editor)
                            : Optional.empty();
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Finding> finding(ImageEditor editor, IMarker marker) {
        int image = marker.getAttribute(ImageMarkers.IMAGE, -1);
        return editor.model().shown().filter(shown -> shown.index() == image)
                .flatMap(shown -> editor.model().findings()
                        .stream()
                        .filter(finding -> finding.id().equals(marker.getAttribute(ImageMarkers.FINDING, ""))
                                && finding.where().equals(marker.getAttribute(IMarker.LOCATION, "")))
                        .findFirst());
    }

    @Override
    public boolean hasResolutions(IMarker marker) {
        return getResolutions(marker).length > 0;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return editor(marker).flatMap(editor -> editor.page().flatMap(page -> finding(editor, marker)
                .flatMap(page.findings()::fix))).map(FindingFix::label)
                .map(label -> new IMarkerResolution[]{new Mend(NLS.bind(Messages.findings_fix, label))})
                .orElse(new IMarkerResolution[0]);
    }
}
