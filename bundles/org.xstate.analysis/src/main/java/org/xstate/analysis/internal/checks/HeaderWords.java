package org.xstate.analysis.internal.checks;

import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;

/** Findings that both formats share. */
final class HeaderWords {

    static final String XSTATE_BV = "XSTATE_BV at byte 512";
    static final String XCOMP_BV = "XCOMP_BV at byte 520";

    private HeaderWords() {
    }

    static Finding bit63(XFeatureMask bv) {
        return Finding.error("xstate-bv-bit-63",
                "XSTATE_BV is %s: bit 63 is no component, so XRSTOR and XRSTORS raise #GP".formatted(bv))
                .at(XSTATE_BV).remedy("bit 63 belongs into XCOMP_BV (byte 520), for a compacted image");
    }

    /** Components that nobody has described, where no CPU was named that could know them. */
    static Optional<Finding> unknown(XFeatureMask mask, String id, String register, FeatureCatalog catalog) {
        XFeatureMask unknown = mask.components().andNot(catalog.mask());
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(id, org.xstate.api.Severity.WARNING,
                        "%s has %s, which no known xfeature explains: XRSTOR raises #GP on a CPU without them"
                                .formatted(register, Area.names(unknown, catalog)),
                        "",
                        "name the CPU with --cpu NAME or --cpuid FILE; if it has none of them, the header is damaged",
                        java.util.Map.of()));
    }
}
