package org.xstate.analysis.internal.checks;

import java.util.List;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;

/** Components in use that IA32_XFD may disable where the image is to be restored. */
public final class XfdCheck implements Check {

    @Override
    public List<Finding> check(CheckedImage image) {
        XFeatureMask found = XFeatureMask.NONE;
        for (int number : image.xstateBv().components()) {
            if (image.hasHeader() && image.catalog().descriptor(number).filter(d -> d.xfd()).isPresent()) {
                found = found.with(number);
            }
        }
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.note("xfd-component-in-use",
                        "%s is in use: where IA32_XFD disables it, a restore that asks for it raises #NM"
                                .formatted(
                                        Area.names(found, image.catalog())))
                        .at(HeaderWords.XSTATE_BV)
                        .remedy("on Linux the process needs the permission first: arch_prctl(ARCH_REQ_XCOMP_PERM)"));
    }
}
