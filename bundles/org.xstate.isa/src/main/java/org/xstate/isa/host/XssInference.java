package org.xstate.isa.host;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * Which values of IA32_XSS fit what CPUID reports. CPUID.(EAX=0DH,ECX=1):EBX is the size of the compacted area for the
 * components enabled in XCR0 and IA32_XSS (SDM volume 2, CPUID), and it may be read at any privilege level.
 */
public final class XssInference {

    /** More supervisor components than any known CPU has; the search is over their subsets. */
    private static final int MOST = 16;

    private XssInference() {
    }

    /**
     * All values of IA32_XSS that give the reported size with {@code xcr0}, ascending. Empty: the size is not reported,
     * a component's size is not known, or no value fits.
     */
    public static List<XFeatureMask> candidates(XsaveCpu cpu, XFeatureMask xcr0) {
        XFeatureMask possible = cpu.xss().components();
        if (cpu.compactedSize().isEmpty() || possible.count() > MOST
                || !cpu.undescribed(xcr0.components().or(possible)).isEmpty()) {
            return List.of();
        }
        List<XFeatureMask> fitting = new ArrayList<>();
        long subset = 0;
        do {
            XFeatureMask xss = new XFeatureMask(subset);
            if (XsaveLayout.compacted(cpu, xcr0.or(xss)).size() == cpu.compactedSize().getAsInt()) {
                fitting.add(xss);
            }
            // counts through the subsets of the mask in ascending order
            subset = subset - possible.bits() & possible.bits();
        } while (subset != 0);
        return fitting;
    }
}
