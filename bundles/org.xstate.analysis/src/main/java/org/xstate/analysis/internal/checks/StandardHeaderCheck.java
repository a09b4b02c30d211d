package org.xstate.analysis.internal.checks;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;

/**
 * What XRSTOR demands of the header of a standard image (SDM volume 1, section 13.8.1). All of it holds whatever the
 * requested-feature bitmap is, also for RFBM = 0 (measured on Zen 3).
 */
public final class StandardHeaderCheck implements Check {

    /** Bytes 16 to 23 of the header must be 0 for XRSTOR; it does not look at those from 24 on. */
    private static final int CHECKED_FROM = Area.HEADER + 16;
    private static final int IGNORED_FROM = Area.HEADER + 24;
    private static final int END = Area.HEADER + 64;

    @Override
    public List<Finding> check(CheckedImage image) {
        if (!image.hasHeader() || image.compacted()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (!image.xcompBv().isEmpty()) {
            findings.add(Finding.error("xcomp-bv-without-bit-63",
                    "XCOMP_BV is %s without bit 63: XRSTOR raises #GP; a standard image has 0 there"
                            .formatted(image.xcompBv()))
                    .at("XCOMP_BV at byte 520")
                    .remedy("write 0 for a standard image; set bit 63 only if the components lie compacted"));
        }
        reserved(image.area(), findings);
        xstateBv(image, findings);
        return findings;
    }

    private static void reserved(MemorySegment area, List<Finding> findings) {
        OptionalLong checked = Area.firstNonZero(area, CHECKED_FROM, IGNORED_FROM);
        if (checked.isPresent()) {
            findings.add(Finding.error("header-reserved-bytes",
                    "header byte %d is %02x: XRSTOR raises #GP unless bytes 16 to 23 are 0".formatted(
                            checked.getAsLong() - Area.HEADER, Area.u8(area, checked.getAsLong())))
                    .at("byte " + checked.getAsLong()).remedy("clear bytes 528 to 575"));
        }
        OptionalLong ignored = Area.firstNonZero(area, IGNORED_FROM, END);
        if (ignored.isPresent()) {
            findings.add(Finding.note("header-bytes-ignored",
                    "header byte %d is %02x: XRSTOR does not look at bytes 24 to 63 of a standard image, but Linux refuses "
                            .formatted(ignored.getAsLong() - Area.HEADER,
                                    Area.u8(area, ignored.getAsLong()))
                            + "such an image in PTRACE_SETREGSET and KVM_SET_XSAVE (EINVAL)")
                    .at("byte " + ignored.getAsLong()).remedy("clear bytes 528 to 575"));
        }
    }

    private static void xstateBv(CheckedImage image, List<Finding> findings) {
        XFeatureMask bv = image.xstateBv();
        if (bv.has(63)) {
            findings.add(HeaderWords.bit63(bv));
        }
        XFeatureMask supervisor = Area.ofKind(bv, XFeatureDescriptor.Kind.SUPERVISOR, image.catalog());
        if (!supervisor.isEmpty()) {
            findings.add(Finding.error("standard-image-supervisor-bits",
                    "XSTATE_BV is %s with %s: supervisor components are never in XCR0, so XRSTOR raises #GP"
                            .formatted(bv, Area.names(supervisor, image.catalog())))
                    .at(HeaderWords.XSTATE_BV)
                    .remedy("only the compacted format of XSAVES and XRSTORS holds them"));
        }
        XFeatureMask rest = bv.components().andNot(supervisor);
        if (image.target().isPresent()) {
            CheckedImage.Target target = image.target().get();
            XFeatureMask outside = rest.andNot(target.xcr0());
            if (!outside.isEmpty()) {
                findings.add(Finding.error("xstate-bv-outside-xcr0",
                        "XSTATE_BV is %s, XCR0%s is %s: XRSTOR raises #GP because of %s, whatever RFBM it is given"
                                .formatted(bv, Area.on(target), target.xcr0(),
                                        Area.names(outside, image.catalog())))
                        .at(HeaderWords.XSTATE_BV)
                        .remedy("drop the components, or enable them in XCR0: xstate convert FILE --drop NAME"));
            }
            return;
        }
        HeaderWords.unknown(rest, "xstate-bv-unknown-component", "XSTATE_BV", image.catalog())
                .ifPresent(finding -> findings.add(finding.at(HeaderWords.XSTATE_BV)));
    }
}
