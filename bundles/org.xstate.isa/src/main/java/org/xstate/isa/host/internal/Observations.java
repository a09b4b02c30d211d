package org.xstate.isa.host.internal;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Finding;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.isa.host.ObservedPolicy;

/** Collects what probes saw, in words and as the simulator's policy. */
final class Observations {

    private final List<ObservedPolicy> seen = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private ProcessorPolicy policy;

    Observations(ProcessorPolicy assumed) {
        this.policy = assumed;
    }

    void add(String id, String question, String answer) {
        seen.add(new ObservedPolicy(id, question, answer));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Remarks, and probes that ended the child. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<ObservedPolicy> seen() {
        return List.copyOf(seen);
    }

    ProcessorPolicy policy() {
        return policy;
    }

    void policy(ProcessorPolicy value) {
        policy = value;
    }
}
