package org.xstate.isa.host.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** Makes and executes the cases of probes: questions to the processor whose answer is not predicted. */
final class ProbeBench {

    private static final int MXCSR_INIT = 0x1f80;

    private final HostProfile profile;
    private final CaseSession session;
    private final StateImages images;
    private final Observations observations;
    private final XFeatureMask mask;
    private final int size;

    ProbeBench(HostProfile profile, CaseSession session, Observations observations) {
        this.observations = observations;
        this.profile = profile;
        this.session = session;
        this.images = new StateImages(profile, new SplittableRandom(0x5853_4156_4521L),
                StateImages.Pointers.NARROW, true);
        this.mask = profile.usable();
        this.size = profile.areaSize(mask);
    }

    HostProfile profile() {
        return profile;
    }

    /** Components that probes load and look at. */
    XFeatureMask mask() {
        return mask;
    }

    /** A standard-format image with MXCSR 1F80H and every component of {@code xstateBv} filled alike. */
    MemorySegment image(XFeatureMask xstateBv, StateImages.Content content) {
        return filled(profile.standard(mask), xstateBv, 0, content);
    }

    /** A compacted image of everything in {@link #mask()}. */
    MemorySegment compacted(XFeatureMask xstateBv, StateImages.Content content) {
        return filled(profile.compacted(mask), xstateBv, mask.bits() | XFeatureMask.COMPACTION.bits(),
                content);
    }

    private MemorySegment filled(XsaveLayout layout, XFeatureMask xstateBv, long xcompBv,
            StateImages.Content content) {
        // XSTATE_BV comes later: an image is made with contents by chance for what it names
        MemorySegment area = MemorySegment.ofArray(images.image(layout, XFeatureMask.NONE, xcompBv, size));
        area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, xstateBv.bits());
        for (Placement place : layout.placements()) {
            images.fill(area, place, content);
        }
        area.set(XsaveImage.LE32, XsaveImage.MXCSR, MXCSR_INIT);
        return area;
    }

    /** Memory that a save can write: AAH with a zero header. */
    MemorySegment blank() {
        MemorySegment area = MemorySegment.ofArray(new byte[size]).fill((byte) 0xaa);
        area.asSlice(XsaveLayout.HEADER_OFFSET, XsaveLayout.HEADER_SIZE).fill((byte) 0);
        return area;
    }

    /** Executes a save of everything in {@link #mask()} to separate memory. */
    Optional<CaseResult> save(HostInstruction instruction, Preparation preparation, MemorySegment start)
            throws IOException {
        return run(instruction, CaseRequest.Operand.SEPARATE, preparation, start, blank());
    }

    /** The result; empty if the case ended the child. */
    Optional<CaseResult> run(HostInstruction instruction, CaseRequest.Operand operand,
            Preparation preparation, MemorySegment start, MemorySegment memory) throws IOException {
        return run(request(instruction, operand, preparation, start, memory));
    }

    /** A case over everything in {@link #mask()}. */
    CaseRequest request(HostInstruction instruction, CaseRequest.Operand operand, Preparation preparation,
            MemorySegment start, MemorySegment memory) {
        return new CaseRequest(0, instruction, operand, 0, preparation, mask.bits(), 0, mask.bits(),
                bytes(start), bytes(memory), mask.bits(), size);
    }

    /** The result; empty if the case ended the child. */
    Optional<CaseResult> run(CaseRequest request) throws IOException {
        return switch (session.run(request)) {
            case CaseSession.Executed.Done done -> Optional.of(done.result());
            case CaseSession.Executed.ChildLost lost -> {
                observations.add(Finding.warning("selftest-probe-lost",
                        "%s after %s from XSTATE_BV %s: the child process %s".formatted(
                                request.instruction().mnemonic(), request.preparation(),
                                XsaveImage.xstateBv(MemorySegment.ofArray(request.start())), lost.how()))
                        .at("probe"));
                yield Optional.empty();
            }
        };
    }

    private static byte[] bytes(MemorySegment segment) {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }

    /** The same image, changed. */
    static MemorySegment with(MemorySegment image, Consumer<MemorySegment> change) {
        change.accept(image);
        return image;
    }

    /** {@code x87, SSE, AVX}; {@code none}. */
    String names(XFeatureMask components) {
        String list = String.join(", ",
                components.numbers().mapToObj(profile.catalog()::name).toList());
        return list.isEmpty() ? "none" : list;
    }
}
