package org.xstate.analysis.image;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.Samples;
import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.image.ResolvedImage;

/** Images of tests, decoded and changed. */
final class Images {

    private Images() {
    }

    static DecodedThread decoded(ImageRecord record, String cpu) {
        return DecodeReport.of("test", new ReadResult.Container("image", "", List.of(record), List.of()),
                Optional.of(Samples.cpu(cpu)), Samples.CATALOG).threads().getFirst();
    }

    static ImageMap map(MemorySegment area, String cpu) {
        return ImageMapper.map(decoded(ImageRecord.xsave("image", area, XFeatureMask.NONE), cpu),
                Samples.CATALOG);
    }

    /** Makes changes in memory; what was changed is what is given back. */
    static List<Patch> change(MemorySegment area, String cpu, ImageEdit... edits) {
        return switch (apply(area, cpu, edits)) {
            case ImageEdits.Outcome.Changed(List<Patch> patches) -> {
                for (Patch patch : patches) {
                    MemorySegment.copy(MemorySegment.ofArray(patch.after()), 0, area, patch.offset(),
                            patch.after().length);
                }
                yield patches;
            }
            case ImageEdits.Outcome.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    static String refusal(MemorySegment area, String cpu, ImageEdit... edits) {
        return apply(area, cpu, edits) instanceof ImageEdits.Outcome.Refused(String reason) ? reason : "";
    }

    private static ImageEdits.Outcome apply(MemorySegment area, String cpu, ImageEdit... edits) {
        ResolvedImage resolved = Samples.resolve(area, cpu);
        return ImageEdits.apply(resolved, List.of(edits), Samples.CATALOG);
    }

    static ImageEdit set(MemorySegment area, String cpu, String text) {
        return switch (new EditText(Samples.CATALOG).parse(map(area, cpu), text)) {
            case EditText.Parsed.Valid valid -> valid.edit();
            case EditText.Parsed.Invalid(String reason) -> throw new AssertionError(reason);
        };
    }
}
