package org.xstate.isa.host.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy.XinuseTracking;
import org.xstate.isa.host.internal.StateImages.Content;
import org.xstate.layout.image.XsaveImage;

/**
 * How XINUSE follows the registers. SDM volume 1, section 13.6 demands 1 for what is not in its initial configuration,
 * and leaves the rest to the processor. A context switch may turn a bit off, so each question is asked several times.
 */
final class XinuseProbes {

    private static final int TIMES = 5;
    private static final int AVX = 2;
    private static final long SSE = 2;
    private static final int MXCSR_NOT_INIT = 0x1fa0;

    private final ProbeBench bench;
    private final Observations observations;

    XinuseProbes(ProbeBench bench, Observations observations) {
        this.bench = bench;
        this.observations = observations;
    }

    void run() throws IOException {
        mxcsrAlone();
        if (!bench.profile().cpu().features().xgetbv1()) {
            observations.add("xinuse", "How does XINUSE follow the registers?",
                    "not visible: the CPU has no XGETBV(1)");
            return;
        }
        XFeatureMask always = seen(Preparation.NONE,
                bench.image(XFeatureMask.NONE, Content.INITIAL)).always();
        XFeatureMask sticky = loadedInitial().andNot(always);
        observations.policy(observations.policy().withXinuse(new XinuseTracking(sticky, always)));
        observations.add("xinuse-always", "Which components are in use whatever they hold?",
                bench.names(always));
        observations.add("xinuse-initial-load",
                "Which components are in use after XRSTOR loaded their initial values with XSTATE_BV[i] = 1?",
                bench.names(sticky) + " of " + bench.names(bench.mask()));
        if (bench.mask().has(AVX)) {
            avx();
        }
    }

    /** Bits that were set in every attempt, and in at least one. */
    private record Seen(XFeatureMask always, XFeatureMask ever) {
    }

    private Seen seen(Preparation preparation, MemorySegment start) throws IOException {
        XFeatureMask always = bench.mask();
        XFeatureMask ever = XFeatureMask.NONE;
        for (int i = 0; i < TIMES; i++) {
            Optional<CaseResult> result = bench.save(HostInstruction.XSAVE64, preparation, start);
            XFeatureMask xinuse = new XFeatureMask(result.map(CaseResult::xinuseBefore).orElse(0L))
                    .and(bench.mask());
            always = always.and(xinuse);
            ever = ever.or(xinuse);
        }
        return new Seen(always, ever);
    }

    private XFeatureMask loadedInitial() throws IOException {
        long bits = 0;
        for (int number : bench.mask()) {
            MemorySegment start = bench.image(XFeatureMask.of(number), Content.INITIAL);
            bits |= seen(Preparation.NONE, start).ever().bits() & 1L << number;
        }
        return new XFeatureMask(bits);
    }

    private void avx() throws IOException {
        XFeatureMask avx = XFeatureMask.of(AVX);
        boolean cleared = !seen(Preparation.VZEROUPPER, bench.image(avx, Content.RANDOM)).ever().has(AVX);
        observations.add("xinuse-vzeroupper", "Does VZEROUPPER put AVX into the initial configuration?",
                cleared ? "yes: XINUSE[2] is 0 afterwards" : "no: XINUSE[2] stays 1");
        boolean written = seen(Preparation.ZERO_YMM0, bench.image(XFeatureMask.NONE, Content.INITIAL)).ever()
                .has(AVX);
        observations.add("xinuse-avx-zero-written",
                "Is AVX in use after VXORPS YMM0, YMM0, YMM0 in the initial configuration?",
                written ? "yes: any write counts" : "no: the content counts");
    }

    private void mxcsrAlone() throws IOException {
        MemorySegment start = ProbeBench.with(bench.image(XFeatureMask.NONE, Content.INITIAL),
                area -> area.set(XsaveImage.LE32, XsaveImage.MXCSR, MXCSR_NOT_INIT));
        Optional<CaseResult> saved = bench.save(HostInstruction.XSAVE64, Preparation.NONE, start);
        boolean inBv = saved.filter(result -> (xstateBv(result) & SSE) != 0).isPresent();
        observations.policy(observations.policy().withMxcsrInXstateBv(inBv));
        observations.add("mxcsr-in-xstate-bv",
                "Does XSAVE set XSTATE_BV[1] for MXCSR other than 1F80H alone?", inBv ? "yes" : "no");
        if (bench.profile().cpu().features().xgetbv1()) {
            boolean shown = saved.filter(result -> (result.xinuseBefore() & SSE) != 0).isPresent();
            observations.add("mxcsr-in-xgetbv1",
                    "Does XGETBV(1) show bit 1 for MXCSR other than 1F80H alone?",
                    shown ? "yes" : "no");
        }
    }

    private static long xstateBv(CaseResult result) {
        return XsaveImage.xstateBv(MemorySegment.ofArray(result.memory())).bits();
    }
}
