package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;

/**
 * Which values XCR0 and IA32_XSS take (SDM volume 1, sections 13.3 and 13.5; volume 2, XSETBV). The processor answers a
 * refused one with #GP(0). Dependencies between bits come with the xfeatures' descriptors; a component that nobody has
 * described must only be enumerated.
 */
public final class EnablingRules {

    /** One reason why a value is refused. @param bits the bits concerned @param reason a sentence without full stop */
    public record Refusal(XFeatureMask bits, String reason) {
    }

    private EnablingRules() {
    }

    /** Why XSETBV with ECX = 0 refuses {@code value} on {@code cpu}; empty if it takes it. */
    public static List<Refusal> xcr0(XFeatureMask value, XsaveCpu cpu, FeatureCatalog catalog) {
        return xcr0(value, cpu.xcr0(), catalog);
    }

    /** The same for the bits that CPUID.(D,0).EDX:EAX allows. */
    public static List<Refusal> xcr0(XFeatureMask value, XFeatureMask allowed, FeatureCatalog catalog) {
        List<Refusal> refusals = new ArrayList<>();
        notEnumerated(value, allowed, "CPUID.(D,0).EDX:EAX", refusals);
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            if (feature.isUser() && feature.alwaysOn() && !value.has(feature.number())) {
                refusals.add(new Refusal(feature.mask(),
                        "%s (bit %d) must stay 1".formatted(feature.name(), feature.number())));
            }
            if (feature.isUser() && value.has(feature.number())) {
                dependencies(feature, value, catalog, refusals);
            }
        }
        return List.copyOf(refusals);
    }

    /** Why WRMSR of IA32_XSS refuses {@code value} on {@code cpu}; empty if it takes it. There is no pairing rule. */
    public static List<Refusal> xss(XFeatureMask value, XsaveCpu cpu) {
        if (!cpu.features().xsaves()) {
            return List.of(new Refusal(value, "the CPU has no IA32_XSS: CPUID.(D,1).EAX[3] is 0"));
        }
        return xss(value, cpu.xss());
    }

    /** The same for the bits that CPUID.(D,1).EDX:ECX allows. */
    public static List<Refusal> xss(XFeatureMask value, XFeatureMask allowed) {
        List<Refusal> refusals = new ArrayList<>();
        notEnumerated(value, allowed, "CPUID.(D,1).EDX:ECX", refusals);
        return List.copyOf(refusals);
    }

    private static void notEnumerated(XFeatureMask value, XFeatureMask allowed, String where,
            List<Refusal> refusals) {
        XFeatureMask extra = value.andNot(allowed.components());
        if (!extra.isEmpty()) {
            refusals.add(new Refusal(extra, "%s %s not enumerated in %s = %s".formatted(extra,
                    extra.count() == 1 ? "is" : "are", where, allowed)));
        }
    }

    private static void dependencies(XFeatureDescriptor feature, XFeatureMask value, FeatureCatalog catalog,
            List<Refusal> refusals) {
        XFeatureMask missing = feature.requires().andNot(value);
        if (!missing.isEmpty()) {
            refusals.add(new Refusal(missing,
                    "%s needs %s".formatted(feature.name(), names(missing, catalog))));
        }
        XFeatureMask alone = feature.together().andNot(value);
        // told once, for the lowest of the group that is set
        boolean first = feature.together().and(value).numbers().findFirst().orElse(-1) == feature.number();
        if (!alone.isEmpty() && first) {
            refusals.add(new Refusal(alone,
                    "%s must be set or clear together".formatted(names(feature.together(), catalog))));
        }
        XFeatureMask clash = feature.conflicts().and(value);
        if (!clash.isEmpty()) {
            refusals.add(new Refusal(clash.or(feature.mask()),
                    "%s cannot be set together with %s".formatted(feature.name(), names(clash, catalog))));
        }
    }

    private static String names(XFeatureMask mask, FeatureCatalog catalog) {
        StringJoiner joiner = new StringJoiner(", ");
        mask.numbers().forEach(number -> joiner.add(catalog.name(number) + " (bit " + number + ")"));
        return joiner.toString();
    }
}
