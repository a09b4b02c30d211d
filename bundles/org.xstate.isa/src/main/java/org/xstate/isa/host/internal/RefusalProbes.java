package org.xstate.isa.host.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy.OnFault;
import org.xstate.isa.ProcessorPolicy.RefusedRestore;
import org.xstate.isa.host.internal.StateImages.Content;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** What an XRSTOR that is refused for a reserved bit of MXCSR has changed by then. */
final class RefusalProbes {

    private static final int RESERVED_MXCSR = 1 << 31;
    private static final XFeatureMask SSE = XFeatureMask.of(1);
    private static final XFeatureMask ODD = new XFeatureMask(0xaaaa_aaaa_aaaa_aaaaL).components();

    private final ProbeBench bench;
    private final Observations observations;

    RefusalProbes(ProbeBench bench, Observations observations) {
        this.bench = bench;
        this.observations = observations;
    }

    void run() throws IOException {
        OnFault standard = observe("standard", false);
        OnFault compacted = bench.profile().cpu().features().xsavec() ? observe("compacted", true) : standard;
        observations.policy(observations.policy().withRefusedRestore(
                new RefusedRestore(standard, compacted)));
    }

    /** Refusals of restores that load everything, and that load one half and initialise the other. */
    private OnFault observe(String format, boolean compacted) throws IOException {
        XFeatureMask all = bench.mask();
        Set<OnFault> fitting = EnumSet.allOf(OnFault.class);
        Optional<XFeatureMask> loading = changed(all, compacted, fitting);
        if (loading.isEmpty()) {
            return OnFault.ROLLBACK;
        }
        observations.add("refused-restore-" + format,
                "Which components has XRSTOR changed when it raises #GP for a reserved bit of MXCSR in the %s format?"
                        .formatted(format),
                bench.names(loading.get()));
        XFeatureMask odd = all.and(ODD).or(SSE);
        XFeatureMask even = all.andNot(ODD).or(SSE);
        long initialised = changed(odd, compacted, fitting).orElse(XFeatureMask.NONE).andNot(odd)
                .or(changed(even, compacted, fitting).orElse(XFeatureMask.NONE).andNot(even)).bits();
        observations.add("refused-restore-%s-initialised".formatted(format),
                "And which of those that it would initialise?", bench.names(new XFeatureMask(initialised)));
        if (fitting.isEmpty()) {
            observations.add(Finding.note("selftest-refused-restore-unmodelled",
                    "what a refused XRSTOR leaves in the %s format is nothing that the simulator has a setting for"
                            .formatted(format)));
        }
        return fitting.stream().findFirst().orElse(OnFault.ROLLBACK);
    }

    /**
     * What a refused restore has changed; empty if it was not refused.
     *
     * @param fitting loses what the simulator does otherwise than the processor
     */
    private Optional<XFeatureMask> changed(XFeatureMask xstateBv, boolean compacted, Set<OnFault> fitting)
            throws IOException {
        MemorySegment memory = compacted
                ? bench.compacted(xstateBv, Content.RANDOM)
                : bench.image(xstateBv, Content.RANDOM);
        memory.set(XsaveImage.LE32, XsaveImage.MXCSR,
                memory.get(XsaveImage.LE32, XsaveImage.MXCSR) | RESERVED_MXCSR);
        MemorySegment start = bench.image(bench.mask(), Content.RANDOM);
        Optional<CaseResult> before = bench.save(HostInstruction.XSAVE64, Preparation.NONE, start);
        CaseRequest request = bench.request(HostInstruction.XRSTOR64, CaseRequest.Operand.SEPARATE,
                Preparation.NONE, start, memory);
        Optional<CaseResult> after = bench.run(request);
        if (before.isEmpty() || after.flatMap(CaseResult::fault).isEmpty()) {
            return Optional.empty();
        }
        byte[] registers = after.get().dump();
        XsaveLayout layout = bench.profile().standard(bench.mask());
        fitting.removeIf(onFault -> !PartialRestore.equal(registers, simulated(request, onFault), layout));
        long bits = 0;
        for (Placement place : layout.placements()) {
            boolean same = PartialRestore.equal(registers, before.get().dump(), place);
            bits |= bench.mask().has(place.number()) && !same ? 1L << place.number() : 0;
        }
        return Optional.of(new XFeatureMask(bits));
    }

    private byte[] simulated(CaseRequest request, OnFault onFault) {
        return new SimulatorOracle(bench.profile(),
                observations.policy().withRefusedRestore(RefusedRestore.both(onFault)))
                .afterRefusal(request)
                .orElseThrow(() -> new IllegalStateException("the simulator does not refuse MXCSR"));
    }
}
