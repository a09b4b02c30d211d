package org.xstate.isa.host;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy;

/**
 * What a self-test found.
 *
 * @param skipped           why nothing was executed; empty if something was
 * @param xcr0              of the machine
 * @param tested            components whose registers cases loaded and compared
 * @param passed            cases in which the processor did what the simulator says, faults included
 * @param failed            cases in which it did not, or which ended the child process
 * @param faultsAsPredicted those among {@code passed} that raised the predicted exception
 * @param notRun            cases left out because time was up or the run was interrupted
 * @param childRestarts     how often a child process had to be replaced
 * @param observed          what the processor does where the architecture leaves it open
 * @param policy            the simulator's policy that fits these observations; empty if nothing was executed
 * @param findings          one for each failed case, up to a limit, and remarks
 */
public record SelfTestReport(Optional<Skip> skipped, XFeatureMask xcr0, XFeatureMask tested, int passed,
        int failed, int faultsAsPredicted, int notRun, int childRestarts, List<ObservedPolicy> observed,
        Optional<ProcessorPolicy> policy, List<Finding> findings) {

    /** Why nothing was executed. @param remedy what the user can do; empty if there is nothing */
    public record Skip(String reason, String remedy) {
        public Skip {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(remedy);
        }
    }

    public SelfTestReport {
        Objects.requireNonNull(skipped);
        Objects.requireNonNull(policy);
        observed = List.copyOf(observed);
        findings = List.copyOf(findings);
    }

    /** A run that did not take place. */
    public static SelfTestReport skipped(String reason, String remedy) {
        return new SelfTestReport(Optional.of(new Skip(reason, remedy)), XFeatureMask.NONE, XFeatureMask.NONE,
                0, 0, 0, 0, 0, List.of(), Optional.empty(), List.of());
    }

    /** Whether cases were executed and none failed. */
    public boolean agrees() {
        return skipped.isEmpty() && failed == 0;
    }
}
