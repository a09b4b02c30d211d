package org.xstate.isa.host.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy.PointerWidths;
import org.xstate.isa.host.internal.StateImages.Content;
import org.xstate.layout.image.XsaveImage;

/** What the processor keeps of the x87 control words and of MXCSR_MASK. */
final class X87Probes {

    private static final XFeatureMask X87 = XFeatureMask.of(0);
    private static final int FCW = 0;
    private static final int FSW = 2;
    private static final int FIP = 8;
    private static final int FDP = 16;
    /** Every bit differs between the two, so that the sign bit of any width shows. */
    private static final long[] PATTERNS = {0x5555_5555_5555_5555L, 0xaaaa_aaaa_aaaa_aaaaL};
    private static final short UNMASKED = 0x0340;
    private static final short MASKED = 0x037f;
    private static final short INVALID = 1;
    private static final int ERROR_SUMMARY = 0x8080;

    private final ProbeBench bench;
    private final Observations observations;

    X87Probes(ProbeBench bench, Observations observations) {
        this.bench = bench;
        this.observations = observations;
    }

    /** What cases may put into FIP and FDP. */
    StateImages.Pointers run() throws IOException {
        StateImages.Pointers pointers = pointers();
        pointersWithoutError();
        errorSummary();
        selectors();
        mxcsrMask();
        return pointers;
    }

    private StateImages.Pointers pointers() throws IOException {
        OptionalInt fip = width(FIP);
        OptionalInt fdp = width(FDP);
        observations.add("x87-fip-bits", "From how many bits is FIP held, sign-extended?", words(fip));
        observations.add("x87-fdp-bits", "From how many bits is FDP held, sign-extended?", words(fdp));
        if (fip.isEmpty() || fdp.isEmpty()) {
            observations.add(Finding.note("selftest-pointer-widths-differ",
                    "FIP (%s) or FDP (%s) is kept in a way that the simulator has no setting for; cases use pointers of 48 bits only"
                            .formatted(words(fip), words(fdp))));
            return StateImages.Pointers.NARROW;
        }
        observations.policy(observations.policy()
                .withPointers(PointerWidths.of(fip.getAsInt(), fdp.getAsInt())));
        return StateImages.Pointers.ANY;
    }

    private static String words(OptionalInt bits) {
        return bits.isPresent() ? bits.getAsInt() + " bits" : "it is not held so";
    }

    /** With an unmasked exception pending, so that AMD shows the pointers too. */
    private OptionalInt width(int offset) throws IOException {
        long[] held = new long[PATTERNS.length];
        for (int i = 0; i < PATTERNS.length; i++) {
            long pattern = PATTERNS[i];
            Optional<MemorySegment> saved = saved(area -> {
                area.set(XsaveImage.LE16, FCW, UNMASKED);
                area.set(XsaveImage.LE16, FSW, INVALID);
                area.set(XsaveImage.LE64, offset, pattern);
            });
            if (saved.isEmpty()) {
                return OptionalInt.empty();
            }
            held[i] = saved.get().get(XsaveImage.LE64, offset);
        }
        return IntStream.rangeClosed(33, 64).filter(bits -> IntStream.range(0, held.length)
                .allMatch(i -> PATTERNS[i] << 64 - bits >> 64 - bits == held[i])).max();
    }

    private void pointersWithoutError() throws IOException {
        Optional<MemorySegment> saved = saved(area -> {
            area.set(XsaveImage.LE16, FCW, MASKED);
            area.set(XsaveImage.LE16, FSW, (short) 0);
            area.set(XsaveImage.LE64, FIP, 0x1234L);
        });
        saved.ifPresent(area -> observations.add("x87-pointers-without-error",
                "Are FIP and FDP loaded and saved without an unmasked exception pending?",
                area.get(XsaveImage.LE64, FIP) == 0x1234
                        ? "yes"
                        : "no: saved as %#x".formatted(
                                area.get(XsaveImage.LE64, FIP))));
    }

    private void errorSummary() throws IOException {
        Optional<Short> set = fsw(UNMASKED, INVALID);
        Optional<Short> cleared = fsw(MASKED, (short) (ERROR_SUMMARY | INVALID));
        if (set.isPresent() && cleared.isPresent()) {
            boolean computed = (set.get() & ERROR_SUMMARY) == ERROR_SUMMARY
                    && (cleared.get() & ERROR_SUMMARY) == 0;
            observations.add("x87-error-summary",
                    "Does a load compute FSW.ES and B from the exception flags and masks?",
                    computed
                            ? "yes, both ways"
                            : "no: FSW %04X with all unmasked, %04X with all masked".formatted(
                                    set.get() & 0xffff,
                                    cleared.get() & 0xffff));
        }
    }

    private Optional<Short> fsw(short fcw, short fsw) throws IOException {
        return saved(area -> {
            area.set(XsaveImage.LE16, FCW, fcw);
            area.set(XsaveImage.LE16, FSW, fsw);
        }).map(area -> area.get(XsaveImage.LE16, FSW));
    }

    private void selectors() throws IOException {
        MemorySegment memory = ProbeBench.with(bench.image(X87, Content.RANDOM), area -> {
            area.set(XsaveImage.LE16, FCW, UNMASKED);
            area.set(XsaveImage.LE16, FSW, INVALID);
            area.set(XsaveImage.LE64, FIP, 0x1234_0000_1000L);
            area.set(XsaveImage.LE64, FDP, 0x4321_0000_2000L);
        });
        MemorySegment start = bench.image(XFeatureMask.NONE, Content.INITIAL);
        Optional<CaseResult> restored = bench.run(HostInstruction.XRSTOR, CaseRequest.Operand.SEPARATE,
                Preparation.NONE, start, memory);
        // the dump has REX.W: what it shows above bit 31 would be a part of the offset
        restored.map(result -> MemorySegment.ofArray(result.dump())).ifPresent(dump -> observations.add(
                "x87-restore-without-rexw", "What does XRSTOR without REX.W leave in FIP bits 63:32?",
                "%#x".formatted(dump.get(XsaveImage.LE64, FIP) >>> 32)));
    }

    private void mxcsrMask() throws IOException {
        MemorySegment start = bench.image(XFeatureMask.NONE, Content.INITIAL);
        bench.save(HostInstruction.XSAVE64, Preparation.NONE, start)
                .map(result -> MemorySegment.ofArray(result.memory()))
                .ifPresent(area -> observations.add("mxcsr-mask", "What is MXCSR_MASK?",
                        "%08X".formatted(area.get(XsaveImage.LE32, XsaveImage.MXCSR_MASK))));
    }

    private Optional<MemorySegment> saved(java.util.function.Consumer<MemorySegment> change)
            throws IOException {
        MemorySegment start = ProbeBench.with(bench.image(X87, Content.RANDOM), change);
        return bench.save(HostInstruction.XSAVE64, Preparation.NONE, start)
                .map(result -> MemorySegment.ofArray(result.memory()));
    }
}
