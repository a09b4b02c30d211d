package org.xstate.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.EnablingRules;

/**
 * The mask that Linux puts beside a standard image (byte 464 of notes, regsets and KVM buffers, byte 472 of signal
 * frames) against XSTATE_BV and against what XCR0 can be.
 */
public final class FeatureMaskCheck implements Check {

    @Override
    public List<Finding> check(CheckedImage image) {
        XFeatureMask features = image.record().features();
        List<Finding> findings = new ArrayList<>();
        if (!image.hasHeader() || image.compacted() || features.isEmpty()) {
            return findings;
        }
        boolean frame = Area.isSignalFrame(image);
        String where = frame ? "xfeatures at byte 472" : "feature mask at byte 464";
        XFeatureMask outside = image.xstateBv().components().andNot(features);
        if (!outside.isEmpty() && frame) {
            findings.add(Finding.error("sigframe-xfeatures-lack-component",
                    "xfeatures is %s, XSTATE_BV %s: sigreturn restores what is in both and initialises %s"
                            .formatted(
                                    features, image.xstateBv(), Area.names(outside, image.catalog())))
                    .at(where).remedy("a handler that adds a component sets its bit in xfeatures too"));
        } else if (!outside.isEmpty()) {
            findings.add(Finding.warning("feature-mask-lacks-component",
                    "the mask of components is %s, but XSTATE_BV %s has %s in use".formatted(features,
                            image.xstateBv(), Area.names(outside, image.catalog())))
                    .at(where).remedy("the kernel writes the mask itself: look for what changed the header"));
        }
        XFeatureMask whole = withDynamic(features, image.catalog());
        EnablingRules.xcr0(whole, whole, image.catalog()).stream()
                .map(refusal -> Finding.warning("feature-mask-impossible",
                        "the mask of components is %s, a value that XCR0 cannot have: %s".formatted(features,
                                refusal.reason()))
                        .at(where))
                .forEach(findings::add);
        return findings;
    }

    /**
     * The mask names what the task's buffer has room for. Without the permission (ARCH_REQ_XCOMP_PERM, Linux 5.16 and
     * later) that lacks what IA32_XFD can disable, while the rest of its group is there: every frame of an ordinary
     * task on a processor with AMX has XTILECFG without XTILEDATA.
     */
    private static XFeatureMask withDynamic(XFeatureMask features, FeatureCatalog catalog) {
        XFeatureMask mask = features;
        for (XFeatureDescriptor descriptor : catalog.descriptors()) {
            if (descriptor.xfd() && features.hasAny(descriptor.together())) {
                mask = mask.with(descriptor.number());
            }
        }
        return mask;
    }
}
