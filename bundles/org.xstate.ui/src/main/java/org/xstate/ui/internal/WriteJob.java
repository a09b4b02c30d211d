package org.xstate.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.xstate.analysis.report.WholeFile;
import org.xstate.ui.ViewJobs;

/** Writes a file beside the user interface and says so; an error is shown by the platform as that of any job. */
final class WriteJob extends Job {

    private final IWorkbenchPart part;
    private final Shell shell;
    private final Display display;
    private final Path file;
    private final Supplier<byte[]> content;

    WriteJob(IWorkbenchPart part, Path file, Supplier<byte[]> content) {
        super(NLS.bind(Messages.export_file, file.getFileName()));
        this.part = part;
        shell = part.getSite().getShell();
        display = shell.getDisplay();
        this.file = file;
        this.content = content;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            WholeFile.write(file, content.get());
        } catch (IOException e) {
            return Status.error(NLS.bind(Messages.export_failed, file, WholeFile.reason(e, file)), e);
        }
        display.asyncExec(() -> {
            if (!shell.isDisposed()) {
                ExportHandler.tell(part, NLS.bind(Messages.exported, file));
            }
        });
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == ViewJobs.FAMILY;
    }
}
