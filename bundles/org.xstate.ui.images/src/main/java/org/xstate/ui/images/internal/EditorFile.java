package org.xstate.ui.images.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.events.ShellAdapter;
import org.eclipse.swt.events.ShellEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.image.ImageFile;
import org.xstate.analysis.image.Patch;
import org.xstate.analysis.image.PatchText;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.Recoverable;

/** The editor's file on disk: read, written, and watched for others who write it. */
final class EditorFile implements Recoverable {

    /** What tells one state of a file from another. */
    private record Stamp(long size, FileTime modified, Optional<Object> key) {

        static Optional<Stamp> of(Path path) {
            try {
                BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(
                        new Stamp(file.size(), file.lastModifiedTime(), Optional.ofNullable(file.fileKey())));
            } catch (IOException e) {
                // gone, or out of reach: no state of it is known
                return Optional.empty();
            }
        }
    }

    /** How the file on disk stands to what is shown. */
    enum Disk {
        AS_READ, CHANGED, GONE, READ_ONLY
    }

    private final ImageEditor editor;
    private final ImageModel model;
    private final Edits edits;
    private final IResourceChangeListener resources = event -> later();
    private final ShellAdapter activated = new ShellAdapter() {
        @Override
        public void shellActivated(ShellEvent event) {
            look();
        }
    };
    private Path path;
    private Optional<Stamp> read = Optional.empty();
    private Optional<Stamp> kept = Optional.empty();
    private Optional<NoticeBar> notice = Optional.empty();

    EditorFile(ImageEditor editor, Path path, ImageModel model, Edits edits) {
        this.editor = editor;
        this.path = path;
        this.model = model;
        this.edits = edits;
    }

    /** The file of an editor's input on the local disk. */
    static Optional<Path> path(IEditorInput input) {
        return workspaceFile(input).flatMap(file -> Optional.ofNullable(file.getLocation()))
                .map(location -> Path.of(location.toOSString()))
                .or(() -> input instanceof IURIEditorInput uri && "file".equals(uri.getURI().getScheme())
                        ? Optional.of(Path.of(uri.getURI()))
                        : Optional.empty());
    }

    static Optional<IFile> workspaceFile(IEditorInput input) {
        return Optional.ofNullable(input.getAdapter(IFile.class));
    }

    Path path() {
        return path;
    }

    void read() throws IOException {
        model.open(path);
        read = Stamp.of(path);
        kept = Optional.empty();
    }

    void showIn(NoticeBar bar) {
        notice = Optional.of(bar);
        shell().addShellListener(activated);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(resources);
        look();
    }

    private Shell shell() {
        return editor.getSite().getShell();
    }

    void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(resources);
        if (!shell().isDisposed()) {
            shell().removeShellListener(activated);
        }
        notice = Optional.empty();
    }

    private void later() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(this::look);
        }
    }

    /** Finds out how the file on disk is, and says so. */
    void look() {
        notice.ifPresent(bar -> bar.show(disk()));
    }

    private Disk disk() {
        Optional<Stamp> now = Stamp.of(path);
        if (now.isEmpty()) {
            return Disk.GONE;
        }
        if (!now.equals(read) && !now.equals(kept)) {
            return Disk.CHANGED;
        }
        return Files.isWritable(path) && isMeantToBeWritten() ? Disk.AS_READ : Disk.READ_ONLY;
    }

    /** The superuser may write what nobody is allowed to, but a file without any such permission is not to be changed. */
    private boolean isMeantToBeWritten() {
        try {
            return !Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)
                    || Files.getPosixFilePermissions(path).stream()
                            .anyMatch(one -> one.name().endsWith("_WRITE"));
        } catch (IOException e) {
            // saving will say what is wrong with it
            return true;
        }
    }

    /** Reads the file again; changes are lost, and so is the way back to them. */
    void reload() {
        try {
            edits.clear();
            read();
        } catch (IOException e) {
            failed(NLS.bind(Messages.open_unreadable, path, e.getMessage()), e);
        }
        look();
    }

    /** Goes on with what is shown, whatever is on disk. */
    void keep() {
        kept = Stamp.of(path);
        look();
    }

    /** What is shown against what is on disk now. */
    void compareWithDisk() {
        model.shown().ifPresent(shown -> CompareEditor.open(editor.getSite().getPage(),
                new CompareInput(CompareInput.Side.of(editor), new CompareInput.Side(path,
                        shown.index(), Optional.empty()))));
    }

    void save(IProgressMonitor monitor) {
        if (disk() == Disk.CHANGED && !MessageDialog.openQuestion(shell(), Messages.save_changedTitle,
                NLS.bind(Messages.save_changed, path))) {
            monitor.setCanceled(true);
            return;
        }
        if (!write(path)) {
            monitor.setCanceled(true);
        }
    }

    private boolean write(Path target) {
        ImageFile file = model.file().orElseThrow();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
                try {
                    file.save(target);
                } catch (IOException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            failed(NLS.bind(Messages.save_failed, target, e.getCause().getMessage()), e.getCause());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        path = target;
        read = Stamp.of(path);
        kept = Optional.empty();
        model.saved();
        look();
        EditorFile.workspaceFile(editor.getEditorInput()).ifPresent(EditorFile::refresh);
        return true;
    }

    private static void refresh(IFile file) {
        Job.create(Messages.job_refresh,
                (ICoreRunnable) monitor -> file.refreshLocal(IResource.DEPTH_ZERO, monitor))
                .schedule();
    }

    /** The whole container under another name. */
    void saveAs() {
        FileDialogs.save(shell(), Messages.saveAs_title, path.getFileName().toString())
                .ifPresent(this::saveAs);
    }

    void saveAs(Path target) {
        if (write(target)) {
            editor.inputIs(input(target));
        }
    }

    /** A workspace file if it is one, else a file outside. */
    static IEditorInput input(Path target) {
        IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(target.toUri());
        if (files.length > 0) {
            refresh(files[0]);
            return new FileEditorInput(files[0]);
        }
        return new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(target.toUri()));
    }

    void failed(String message, Throwable cause) {
        StatusManager.getManager().handle(
                new Status(IStatus.ERROR, "org.xstate.ui.images", message, cause),
                StatusManager.SHOW | StatusManager.LOG);
    }

    @Override
    public byte[] unsaved() {
        return model.file().filter(ImageFile::isChanged)
                .map(file -> PatchText.write(file.changes()).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
    }

    @Override
    public void restore(byte[] content) {
        Optional<List<Patch>> patches = PatchText.read(new String(content, StandardCharsets.UTF_8));
        if (patches.isEmpty() || !model.file().orElseThrow().fits(patches.get())) {
            failed(NLS.bind(Messages.recover_failed, path), new CoreException(Status.error(path.toString())));
            return;
        }
        edits.perform(Messages.edit_recovered, patches.get(), false);
    }
}
