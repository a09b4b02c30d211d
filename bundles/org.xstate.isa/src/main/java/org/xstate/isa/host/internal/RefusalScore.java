package org.xstate.isa.host.internal;

import org.xstate.api.XFeatureMask;

/**
 * How often a restore that is refused because of a value leaves exactly the registers that the policy which the probes gave
 * says. Not a test: the manual does not say what such a restore has changed when it faults.
 */
final class RefusalScore {

    private final HostProfile profile;
    private final SimulatorOracle oracle;
    private int cases;
    private int equal;

    RefusalScore(HostProfile profile, SimulatorOracle oracle) {
        this.profile = profile;
        this.oracle = oracle;
    }

    void count(CaseRequest request, CaseResult result) {
        if (!request.instruction().isRestore() || request.instruction().isLegacy()
                || result.fault().isEmpty()) {
            return;
        }
        oracle.afterRefusal(request).ifPresent(expected -> {
            cases++;
            boolean same = PartialRestore.equal(result.dump(), expected,
                    profile.standard(new XFeatureMask(request.dumpRfbm())));
            equal += same ? 1 : 0;
        });
    }

    void report(Observations observations) {
        if (cases > 0) {
            observations.add("refused-restore-modelled",
                    "Does a policy made of these answers give the registers after a random refused XRSTOR?",
                    "in %d of %d cases".formatted(equal, cases));
        }
    }
}
