package org.xstate.ui.workbench.internal.navigator;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.xstate.analysis.files.FileKind;
import org.xstate.analysis.files.FilePart;
import org.xstate.analysis.files.JudgedFile;
import org.xstate.api.Contributions;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageSource;
import org.xstate.formats.image.ImageFiles;
import org.xstate.ui.Contributed;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.workbench.internal.Messages;

/** What the files of the workspace hold, found out beside the user interface and kept until a file changes. */
final class FileContents {

    /** Parts of one file that the tree shows; the editor shows all of them. */
    static final int MOST_PARTS = 500;

    private final Map<IFile, Known> known = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<IFile> asked = new ConcurrentLinkedQueue<>();
    private final Consumer<List<IFile>> found;
    private final Job job = new Looking();

    /** @param stamp the file's modification stamp at that time */
    private record Known(long stamp, JudgedFile judged, List<PartNode> parts) {
    }

    /** @param found told on some thread what has become known */
    FileContents(Consumer<List<IFile>> found) {
        this.found = found;
    }

    /** Empty until it is known; asking has it found out. */
    Optional<FileKind> kind(IFile file) {
        return look(file).map(one -> one.judged().kind());
    }

    /** The container or format; empty until it is known. */
    String about(IFile file) {
        return look(file).map(one -> one.judged().about()).orElse("");
    }

    /** Empty until they are known; asking has them found out. */
    List<PartNode> parts(IFile file) {
        return look(file).map(Known::parts).orElse(List.of());
    }

    /** What was known of an older state of the file is shown until the new one is known. */
    private Optional<Known> look(IFile file) {
        Optional<Known> last = Optional.ofNullable(known.get(file));
        if (last.isEmpty() || last.get().stamp() != file.getModificationStamp()) {
            if (!asked.contains(file)) {
                asked.add(file);
                job.schedule();
            }
        }
        return last;
    }

    void close() {
        job.cancel();
        known.clear();
    }

    private final class Looking extends Job {

        Looking() {
            super(Messages.projects_looking);
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            List<IFile> done = new ArrayList<>();
            try (Contributed contributed = Contributed.open()) {
                List<ImageReader> readers = contributed.current().map(Contributions::imageReaders)
                        .orElse(List.of());
                for (IFile file = asked.peek(); file != null && !monitor.isCanceled(); file = asked.peek()) {
                    judge(file, readers);
                    asked.remove(file);
                    done.add(file);
                }
            }
            if (!monitor.isCanceled()) {
                found.accept(done);
            }
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    }

    private void judge(IFile file, List<ImageReader> readers) {
        long stamp = file.getModificationStamp();
        Optional<Path> place = Optional.ofNullable(file.getLocation()).map(location -> location.toPath());
        if (place.isEmpty() || !file.exists()) {
            known.remove(file);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            ImageSource source = ImageFiles.open(place.get(), arena);
            JudgedFile judged = JudgedFile.of(source, readers);
            List<PartNode> parts = FilePart.of(judged, source, readers).stream().limit(MOST_PARTS)
                    .map(part -> new PartNode(file, judged.kind(), part)).toList();
            known.put(file, new Known(stamp, judged, parts));
        } catch (IOException e) {
            // the tree shows the file without a kind; opening it says why
            known.put(file, new Known(stamp, new JudgedFile(FileKind.OTHER, String.valueOf(e.getMessage())),
                    List.of()));
        }
    }
}
