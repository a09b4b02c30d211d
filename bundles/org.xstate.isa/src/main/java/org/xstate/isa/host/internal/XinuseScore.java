package org.xstate.isa.host.internal;

import org.xstate.api.XFeatureMask;

/**
 * How often the simulator's XINUSE is the processor's when only the policy that the probes gave tells how it is tracked.
 * Not a test: a context switch may turn bits off, and the architecture lets the processor decide.
 */
final class XinuseScore {

    private final HostProfile profile;
    private final SimulatorOracle oracle;
    private int cases;
    private int equal;
    private long wrong;

    XinuseScore(HostProfile profile, SimulatorOracle oracle) {
        this.profile = profile;
        this.oracle = oracle;
    }

    /** Signal delivery rewrites the state, so that cases with a fault say nothing. */
    void count(CaseRequest request, CaseResult result) {
        if (!profile.cpu().features().xgetbv1() || result.fault().isPresent()) {
            return;
        }
        XFeatureMask mask = new XFeatureMask(request.dumpRfbm());
        long differing = (oracle.xinuseAfter(request).bits() ^ result.xinuseAfter()) & mask.bits();
        cases++;
        equal += differing == 0 ? 1 : 0;
        wrong |= differing;
    }

    void report(Observations observations) {
        if (cases == 0) {
            return;
        }
        String which = wrong == 0 ? "" : "; in the others bits of " + new XFeatureMask(wrong) + " differ";
        observations.add("xinuse-modelled",
                "Does a policy made of these answers give XGETBV(1) after a random instruction?",
                "in %d of %d cases%s".formatted(equal, cases, which));
    }
}
