package org.xstate.ui.images.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.ImageMapper;
import org.xstate.api.Contributions;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.formats.image.ImageFiles;
import org.xstate.formats.image.ImageReaders;

/**
 * One of two images, read and decoded.
 *
 * @param labels  of all images of its file
 * @param index   which of them it is
 * @param thread  empty if the file holds no image
 * @param refusal why it holds none
 */
record CompareSide(CompareInput.Side from, List<String> labels, int index, Optional<DecodedThread> thread,
        ImageMap map, List<Finding> refusal) {

    private static final ImageMap NOTHING = new ImageMap(0, List.of());

    static CompareSide read(CompareInput.Side from, int index, Contributions contributions) {
        ImageSource source = source(from);
        return switch (ImageReaders.read(source, contributions.imageReaders(), Optional.empty())) {
            case ReadResult.Container container when !container.records().isEmpty() ->
                of(from, container, index, contributions);
            case ReadResult.Container container ->
                new CompareSide(from, List.of(), 0, Optional.empty(), NOTHING, container.findings());
            case ReadResult.Unusable unusable ->
                new CompareSide(from, List.of(), 0, Optional.empty(), NOTHING, unusable.findings());
        };
    }

    private static CompareSide of(CompareInput.Side from, ReadResult.Container container, int index,
            Contributions contributions) {
        int at = Math.clamp(index, 0, container.records().size() - 1);
        DecodedThread thread = DecodeReport.of(from.name(), new ReadResult.Container(container.kind(),
                container.about(), List.of(container.records().get(at)), List.of()), Optional.empty(),
                contributions.features()).threads().getFirst();
        return new CompareSide(from, container.records().stream().map(ImageRecord::label).toList(), at,
                Optional.of(thread), ImageMapper.map(thread, contributions.features()), List.of());
    }

    private static ImageSource source(CompareInput.Side from) {
        if (from.snapshot().isPresent()) {
            return new ImageSource(from.name(), MemorySegment.ofArray(from.snapshot().get()).asReadOnly());
        }
        try {
            return ImageFiles.open(from.path(), Arena.ofAuto());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its bytes. */
    MemorySegment area() {
        return thread.map(one -> one.resolved().record().area()).orElse(MemorySegment.NULL);
    }

    /** For sentences: which image of which file. */
    String name() {
        return from.name() + (labels.size() > 1 ? ", " + labels.get(index) : "");
    }
}
