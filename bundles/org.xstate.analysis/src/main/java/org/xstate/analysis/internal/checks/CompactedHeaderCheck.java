package org.xstate.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;

/**
 * What XRSTOR and XRSTORS demand of the header of a compacted image (SDM volume 1, sections 13.8.2 and 13.12). XRSTOR
 * holds XCOMP_BV against XCR0, XRSTORS against XCR0 and IA32_XSS together.
 */
public final class CompactedHeaderCheck implements Check {

    private static final int RESERVED_FROM = Area.HEADER + 16;
    private static final int END = Area.HEADER + 64;

    @Override
    public List<Finding> check(CheckedImage image) {
        if (!image.hasHeader() || !image.compacted()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        XFeatureMask places = image.xcompBv().components();
        image.target().ifPresentOrElse(target -> onTarget(image, places, target, findings),
                () -> anywhere(image, places, findings));
        if (image.xstateBv().has(63)) {
            findings.add(HeaderWords.bit63(image.xstateBv()));
        }
        XFeatureMask outside = image.xstateBv().components().andNot(places);
        if (!outside.isEmpty()) {
            findings.add(Finding.error("xstate-bv-outside-xcomp-bv",
                    "XSTATE_BV is %s, XCOMP_BV %s has no place for %s: XRSTOR and XRSTORS raise #GP"
                            .formatted(
                                    image.xstateBv(), image.xcompBv(), Area.names(outside, image.catalog())))
                    .at(HeaderWords.XSTATE_BV).remedy("clear the bits, or lay the image out with them"));
        }
        OptionalLong reserved = Area.firstNonZero(image.area(), RESERVED_FROM, END);
        if (reserved.isPresent()) {
            findings.add(Finding.error("header-reserved-bytes",
                    "header byte %d is %02x: XRSTOR and XRSTORS of a compacted image raise #GP unless bytes 16 to 63 are 0"
                            .formatted(reserved.getAsLong() - Area.HEADER,
                                    Area.u8(image.area(), reserved.getAsLong())))
                    .at("byte " + reserved.getAsLong()).remedy("clear bytes 528 to 575"));
        }
        return findings;
    }

    private static void onTarget(CheckedImage image, XFeatureMask places, CheckedImage.Target target,
            List<Finding> findings) {
        if (!target.xsavec() && !target.xsaves()) {
            findings.add(Finding.error("compacted-without-xsavec",
                    "XCOMP_BV is %s, and the CPU%s knows no compacted format: XRSTOR raises #GP for any XCOMP_BV but 0"
                            .formatted(image.xcompBv(), Area.on(target)))
                    .at(HeaderWords.XCOMP_BV)
                    .remedy("rewrite it: xstate convert FILE --to standard --cpu NAME"));
            return;
        }
        XFeatureMask enabled = target.xsaves() ? target.xcr0().or(target.xss()) : target.xcr0();
        XFeatureMask outside = places.andNot(enabled);
        if (!outside.isEmpty()) {
            findings.add(Finding.error("xcomp-bv-outside-xcr0",
                    "XCOMP_BV is %s; XCR0%s is %s and IA32_XSS %s: %s raises #GP because of %s".formatted(
                            image.xcompBv(), Area.on(target), target.xcr0(), target.xss(),
                            target.xsaves() ? "XRSTOR as well as XRSTORS" : "XRSTOR",
                            Area.names(outside, image.catalog())))
                    .at(HeaderWords.XCOMP_BV)
                    .remedy("lay the image out for that CPU: xstate convert FILE --to compacted --cpu NAME"));
            return;
        }
        needsXrstors(image, places.andNot(target.xcr0()), findings);
    }

    private static void anywhere(CheckedImage image, XFeatureMask places, List<Finding> findings) {
        needsXrstors(image, Area.ofKind(places, XFeatureDescriptor.Kind.SUPERVISOR, image.catalog()),
                findings);
        HeaderWords.unknown(places, "xcomp-bv-unknown-component", "XCOMP_BV", image.catalog())
                .ifPresent(finding -> findings.add(finding.at(HeaderWords.XCOMP_BV)));
    }

    private static void needsXrstors(CheckedImage image, XFeatureMask supervisor, List<Finding> findings) {
        if (!supervisor.isEmpty()) {
            findings.add(Finding.note("compacted-needs-xrstors",
                    "XCOMP_BV is %s with %s: XRSTORS at CPL 0 takes the image, XRSTOR raises #GP".formatted(
                            image.xcompBv(), Area.names(supervisor, image.catalog())))
                    .at(HeaderWords.XCOMP_BV));
        }
    }
}
