package org.xstate.ui.images.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.image.ImageEdit;
import org.xstate.analysis.image.ImageEdits;
import org.xstate.analysis.image.ImageFile;
import org.xstate.analysis.image.ImageMapper;
import org.xstate.analysis.image.Patch;
import org.xstate.analysis.lint.Checks;
import org.xstate.analysis.lint.LintReport;
import org.xstate.analysis.lint.LintTarget;
import org.xstate.api.Contributions;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;
import org.xstate.formats.image.ImageReaders;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.ui.ViewJobs;

/**
 * The file of an editor, its changes, and what is known of the image that is shown. Changed on the thread of the user
 * interface; read and decoded in jobs, a moment after the last change.
 */
final class ImageModel {

    /** What became different. */
    enum Change {
        /** Another image, or what is known of it. */
        SHOWN,
        /** Its bytes; what is known of them follows. */
        BYTES,
        /** What the checks say. */
        FINDINGS,
        /** Whether it differs from the file. */
        DIRTY
    }

    /** Milliseconds after the last change before it is decoded again. */
    private static final int QUIET = 120;

    private final Display display;
    private final Contributions contributions;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Job decoding = new Work("decode", this::decode);
    private final Job linting = new Work("lint", this::lint);
    private volatile Optional<ImageFile> file = Optional.empty();
    private volatile Optional<String> kind = Optional.empty();
    private volatile Optional<CpuProfile> profile = Optional.empty();
    /** The container as it was read first: an edit that hides images from the reader does not take them away. */
    private volatile Optional<ReadResult.Container> first = Optional.empty();
    private volatile int wanted;
    private volatile long version;
    private volatile boolean closed;
    private List<Finding> refusals = List.of();
    private Optional<Runnable> afterwards = Optional.empty();
    private volatile Optional<Shown> shown = Optional.empty();
    private Optional<LintReport> report = Optional.empty();

    private final class Work extends Job {

        private final Runnable work;

        Work(String name, Runnable work) {
            super(name.equals("decode") ? Messages.job_decode : Messages.job_lint);
            this.work = work;
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            if (!closed) {
                work.run();
            }
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    }

    ImageModel(Display display, Contributions contributions) {
        this.display = display;
        this.contributions = contributions;
    }

    void close() {
        closed = true;
        decoding.cancel();
        linting.cancel();
    }

    void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Reads a file; what is shown follows. */
    void open(Path path) throws IOException {
        file = Optional.of(ImageFile.open(path));
        first = Optional.empty();
        version++;
        tell(Change.DIRTY);
        decoding.schedule();
    }

    Contributions contributions() {
        return contributions;
    }

    Optional<ImageFile> file() {
        return file;
    }

    Optional<Shown> shown() {
        return shown;
    }

    /** Why nothing is shown. */
    List<Finding> refusals() {
        return refusals;
    }

    Optional<LintReport> report() {
        return report;
    }

    /** What only the first look at the file told: that its kind is a guess. */
    private List<Finding> detection() {
        return kind.isPresent()
                ? List.of()
                : first.map(ReadResult.Container::findings).orElse(List.of()).stream()
                        .filter(finding -> finding.id().equals("image-kind-ambiguous")).toList();
    }

    /** Of the image that is shown: the checks' findings, the reader's and the decoders'; then those of the file. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        shown.ifPresent(one -> {
            report.filter(lint -> one.index() < lint.images().size())
                    .ifPresent(lint -> all.addAll(lint.images().get(one.index()).findings()));
            one.thread().decoded().failures().stream().filter(finding -> !all.contains(finding))
                    .forEach(all::add);
        });
        report.ifPresentOrElse(lint -> all.addAll(lint.findings()), () -> all.addAll(refusals));
        detection().stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        return all;
    }

    Optional<CpuProfile> profile() {
        return profile;
    }

    Optional<String> kind() {
        return kind;
    }

    /** Another image of the file. */
    void choose(int index) {
        choose(index, () -> {
            // nothing more
        });
    }

    /** Another image of the file. @param then when it is shown and checked */
    void choose(int index, Runnable then) {
        wanted = index;
        afterwards = Optional.of(then);
        decoding.schedule();
    }

    /** The CPU whose layout the image has; without one it is as the file tells. */
    void layout(Optional<CpuProfile> cpu) {
        profile = cpu;
        version++;
        decoding.schedule();
    }

    /** What the file is; without one its content tells. */
    void kind(Optional<String> container) {
        kind = container;
        first = Optional.empty();
        version++;
        decoding.schedule();
    }

    private Optional<XsaveCpu> cpu() {
        return profile.flatMap(one -> one.read(contributions.features()).cpu());
    }

    private void decode() {
        long at = version;
        ImageFile from = file.orElseThrow();
        ReadResult result = ImageReaders.read(from.source(), contributions.imageReaders(),
                kind.or(() -> first.map(ReadResult.Container::kind)));
        switch (result) {
            case ReadResult.Container read when !read.records().isEmpty() -> {
                ReadResult.Container container = first
                        .filter(before -> before.records().size() != read.records().size()).orElse(read);
                first = first.or(() -> Optional.of(read));
                int index = Math.clamp(wanted, 0, container.records().size() - 1);
                Shown now = look(container, index, from);
                display.asyncExec(() -> show(now, at));
            }
            case ReadResult.Container container -> refused(container.findings().isEmpty()
                    ? List.of(Finding.note("no-image", container.about()))
                    : container.findings());
            case ReadResult.Unusable unusable -> refused(unusable.findings());
        }
    }

    private Shown look(ReadResult.Container container, int index, ImageFile from) {
        ImageRecord record = container.records().get(index);
        var catalog = contributions.features();
        DecodeReport decoded = DecodeReport.of(from.source().name(),
                new ReadResult.Container(container.kind(),
                        container.about(), List.of(record), List.of()),
                cpu(), catalog);
        var thread = decoded.threads().getFirst();
        return new Shown(container, index, thread, ImageMapper.map(thread, catalog), from.place(record),
                catalog);
    }

    private void refused(List<Finding> why) {
        display.asyncExec(() -> {
            if (!closed) {
                shown = Optional.empty();
                report = Optional.empty();
                refusals = why;
                tell(Change.SHOWN);
                tell(Change.FINDINGS);
            }
        });
    }

    private void show(Shown now, long at) {
        if (closed) {
            return;
        }
        if (at != version) {
            decoding.schedule(QUIET);
            return;
        }
        shown = Optional.of(now);
        refusals = List.of();
        tell(Change.SHOWN);
        if (now.index() == wanted) {
            afterwards.ifPresent(Runnable::run);
            afterwards = Optional.empty();
        }
        linting.schedule(QUIET);
    }

    private void lint() {
        long at = version;
        Optional<Shown> of = shown;
        if (of.isEmpty()) {
            return;
        }
        Optional<XsaveCpu> cpu = cpu();
        LintReport found = LintReport.of(file.orElseThrow().source().name(), of.get().container(),
                cpu.map(one -> new LintTarget(Optional.of(one), Optional.empty(), List.of()))
                        .orElse(LintTarget.NONE),
                Checks.of(contributions.checks()), contributions.features());
        display.asyncExec(() -> {
            if (!closed && at == version) {
                report = Optional.of(found);
                tell(Change.FINDINGS);
            }
        });
    }

    /** Bytes of the file became others. */
    void apply(List<Patch> patches) {
        boolean before = file.orElseThrow().isChanged();
        file.orElseThrow().apply(patches);
        version++;
        tell(Change.BYTES);
        if (before != file.get().isChanged()) {
            tell(Change.DIRTY);
        }
        decoding.cancel();
        decoding.schedule(QUIET);
    }

    /** What a change of the image that is shown does to the file, from its bytes as they are now. */
    ImageEdits.Outcome plan(List<ImageEdit> edits) {
        if (shown.isEmpty() || shown.get().place().isEmpty()) {
            return new ImageEdits.Outcome.Refused(Messages.edit_notThere);
        }
        if (!file.orElseThrow().isChangeable()) {
            return new ImageEdits.Outcome.Refused(Messages.edit_readOnly);
        }
        Shown one = shown.get();
        ResolvedImage now = new LayoutResolver(one.catalog(), cpu()).resolve(one.record());
        return switch (ImageEdits.apply(now, edits, one.catalog())) {
            case ImageEdits.Outcome.Changed(List<Patch> patches) -> new ImageEdits.Outcome.Changed(
                    patches.stream().map(patch -> patch.moved(one.place().getAsLong())).toList());
            case ImageEdits.Outcome.Refused refused -> refused;
        };
    }

    /** The file was written. */
    void saved() {
        tell(Change.DIRTY);
        tell(Change.BYTES);
    }
}
