package org.xstate.isa.host.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.xstate.api.TrialState;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.host.internal.StateImages.Content;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.image.XsaveImage;

/** The modified optimisation and AMX. */
final class RestoreProbes {

    private static final int TIMES = 8;
    private static final byte OVERWRITTEN = (byte) 0xdd;
    private static final short FCW_MASKED = 0x037f;

    private final ProbeBench bench;
    private final Observations observations;

    RestoreProbes(ProbeBench bench, Observations observations) {
        this.bench = bench;
        this.observations = observations;
    }

    void run() throws IOException {
        if (bench.profile().cpu().features().xsaveopt()) {
            modifiedOptimisation();
        }
        new RefusalProbes(bench, observations).run();
        for (int number : bench.profile().usable()) {
            int size = bench.profile().cpu().component(number).map(ComponentInfo::size).orElse(0);
            List<TrialState.Question> questions = bench.profile().trial(number)
                    .map(trial -> trial.questions(size)).orElse(List.of());
            for (TrialState.Question question : questions) {
                refusedState(number, question);
            }
        }
    }

    /** SDM volume 1, section 13.6: XSAVEOPT may leave out what has not changed since XRSTOR from the same address. */
    private void modifiedOptimisation() throws IOException {
        XFeatureMask unchanged = skipped(Preparation.NONE);
        observations.policy(observations.policy().withModifiedOptimisation(!unchanged.isEmpty()));
        observations.add("modified-optimisation",
                "Which components does XSAVEOPT leave out if they have not changed since XRSTOR?",
                bench.names(unchanged));
        if (!unchanged.isEmpty()) {
            observations.add("modified-after-xmm-write", "And after a write to XMM0?",
                    bench.names(skipped(Preparation.WRITE_XMM0)));
            observations.add("modified-after-fld1", "And after FLD1?",
                    bench.names(skipped(Preparation.FLD1)));
            if (bench.mask().has(2)) {
                observations.add("modified-after-ymm-write", "And after a write to YMM0?",
                        bench.names(skipped(Preparation.WRITE_YMM0)));
            }
        }
    }

    /** Components that at least one attempt left out; a context switch in between makes the processor write all. */
    private XFeatureMask skipped(Preparation preparation) throws IOException {
        long bits = 0;
        XsaveLayout layout = bench.profile().standard(bench.mask());
        for (int i = 0; i < TIMES; i++) {
            // nothing pending: FLD1 would raise #MF
            MemorySegment start = ProbeBench.with(bench.image(bench.mask(), Content.RANDOM), area -> {
                area.set(XsaveImage.LE16, 0, FCW_MASKED);
                area.set(XsaveImage.LE16, 2, (short) 0);
            });
            Optional<CaseResult> result = bench.run(HostInstruction.XSAVEOPT64,
                    CaseRequest.Operand.START_OVERWRITTEN, preparation, start, bench.blank());
            if (result.isPresent()) {
                for (Placement place : layout.placements()) {
                    boolean left = bench.mask().has(place.number())
                            && untouched(result.get().memory(), place);
                    bits |= left ? 1L << place.number() : 0;
                }
            }
        }
        return new XFeatureMask(bits);
    }

    private static boolean untouched(byte[] memory, Placement place) {
        int end = place.number() == 0 ? XsaveImage.MXCSR : place.end();
        for (int at = place.offset(); at < end; at++) {
            if (memory[at] != OVERWRITTEN) {
                return false;
            }
        }
        return true;
    }

    /** What the component's provider wants to know of a state that the registers may not take. */
    private void refusedState(int number, TrialState.Question question) throws IOException {
        Placement place = bench.profile().standard(bench.mask()).placement(number).orElseThrow();
        byte[] state = question.component();
        MemorySegment memory = ProbeBench.with(bench.image(bench.profile().onDemand().with(number),
                Content.RANDOM),
                area -> area.asSlice(place.offset(), state.length)
                        .copyFrom(MemorySegment.ofArray(state)));
        Optional<CaseResult> result = bench.run(HostInstruction.XRSTOR64, CaseRequest.Operand.SEPARATE,
                Preparation.NONE, bench.image(XFeatureMask.NONE, Content.INITIAL), memory);
        result.ifPresent(r -> observations.add(question.id(), question.text(),
                r.fault().map(CaseResult.Fault::name).orElseGet(() -> "%s %s, XGETBV(1) %s".formatted(
                        bench.profile().catalog().name(number),
                        Arrays.equals(state, 0, state.length, r.dump(), place.offset(),
                                place.offset() + state.length) ? "is loaded as it is" : "is initialised",
                        new XFeatureMask(r.xinuseAfter())))));
    }
}
