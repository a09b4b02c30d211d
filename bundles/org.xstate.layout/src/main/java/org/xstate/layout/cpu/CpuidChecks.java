package org.xstate.layout.cpu;

import java.util.List;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidTable;

/** Holds what leaf D says against what follows from it. */
final class CpuidChecks {

    private CpuidChecks() {
    }

    static List<Finding> check(XsaveCpu cpu, CpuidTable table, FeatureCatalog catalog) {
        return List.of();
    }
}
