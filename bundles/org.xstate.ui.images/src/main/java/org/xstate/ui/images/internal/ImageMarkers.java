package org.xstate.ui.images.internal;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.xstate.analysis.image.FindingPlace;
import org.xstate.analysis.image.Span;
import org.xstate.analysis.lint.LintReport;
import org.xstate.api.Finding;
import org.xstate.api.Severity;
import org.xstate.ui.ViewJobs;

/** What the checks say of a workspace file, in the problems view. They go with the editor: its content is what was checked. */
final class ImageMarkers {

    static final String TYPE = "org.xstate.ui.images.finding";
    /** The finding's id. */
    static final String FINDING = "org.xstate.finding";
    /** Which image of the file, from 0; absent for the file as a whole. */
    static final String IMAGE = "org.xstate.image";
    /** More images than that are not marked one by one: a core may have thousands. */
    private static final int MOST = 200;

    private final Optional<IFile> file;
    private final ImageModel model;

    ImageMarkers(Optional<IFile> file, ImageModel model) {
        this.file = file;
        this.model = model;
    }

    void update() {
        model.report().ifPresent(report -> change(() -> mark(report)));
    }

    void dispose() {
        change(() -> {
            // only taken away
        });
    }

    private interface Marking {
        void run() throws CoreException;
    }

    private void change(Marking marking) {
        file.filter(IResource::exists).ifPresent(one -> {
            WorkspaceJob job = new WorkspaceJob(Messages.job_markers) {
                @Override
                public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                    if (one.exists()) {
                        one.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
                        marking.run();
                    }
                    return Status.OK_STATUS;
                }

                @Override
                public boolean belongsTo(Object family) {
                    return family == ViewJobs.FAMILY;
                }
            };
            job.setSystem(true);
            job.setRule(one);
            job.schedule();
        });
    }

    private void mark(LintReport report) throws CoreException {
        for (Finding finding : report.findings()) {
            mark(finding, -1);
        }
        int marked = 0;
        for (int i = 0; i < report.images().size(); i++) {
            for (Finding finding : report.images().get(i).findings()) {
                if (marked++ < MOST) {
                    mark(finding, i);
                }
            }
        }
    }

    private void mark(Finding finding, int image) throws CoreException {
        IMarker marker = file.orElseThrow().createMarker(TYPE);
        marker.setAttribute(IMarker.MESSAGE, finding.message()
                + (finding.remedy().isEmpty() ? "" : " \u2192 " + finding.remedy()));
        marker.setAttribute(IMarker.LOCATION, finding.where());
        marker.setAttribute(IMarker.SEVERITY, severity(finding.severity()));
        marker.setAttribute(FINDING, finding.id());
        if (image >= 0) {
            marker.setAttribute(IMAGE, image);
        }
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            case NOTE -> IMarker.SEVERITY_INFO;
        };
    }

    /** Goes to the image and the bytes that a marker is about. */
    void go(IMarker marker, Consumer<Span> reveal) {
        int image = marker.getAttribute(IMAGE, -1);
        String id = marker.getAttribute(FINDING, "");
        String where = marker.getAttribute(IMarker.LOCATION, "");
        Runnable there = () -> model.findings().stream()
                .filter(finding -> finding.id().equals(id) && finding.where().equals(where)).findFirst()
                .flatMap(finding -> model.shown()
                        .flatMap(shown -> FindingPlace.of(finding, shown.map(), shown.place())))
                .ifPresent(reveal);
        boolean here = model.shown().map(shown -> image < 0 || shown.index() == image).orElse(false);
        if (here) {
            there.run();
        } else {
            model.choose(image, there);
        }
    }
}
