package org.xstate.layout.cpu;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.xstate.api.XFeatureMask;

/**
 * What one CPU says about XSAVE; every number from CPUID.
 *
 * @param identity          who made it
 * @param features          instructions
 * @param xcr0              bits that XCR0 may have (D.0 EDX:EAX)
 * @param xss               bits that IA32_XSS may have (D.1 EDX:ECX)
 * @param components        by number, 0 and 1 included; those whose sub-leaf the source lacks are missing
 * @param maxStandardSize   bytes, D.0 ECX: the standard format with everything in {@code xcr0}
 * @param enabledSize       bytes, D.0 EBX: the standard format with what was enabled when CPUID ran
 * @param compactedSize     bytes, D.1 EBX: the compacted format with what was enabled in XCR0 and IA32_XSS when CPUID ran
 * @param fpu               details of the legacy state
 */
public record XsaveCpu(CpuIdentity identity, XsaveFeatures features, XFeatureMask xcr0, XFeatureMask xss,
        Map<Integer, ComponentInfo> components, OptionalInt maxStandardSize, OptionalInt enabledSize,
        OptionalInt compactedSize, FpuTraits fpu) {

    public XsaveCpu {
        components = java.util.Collections.unmodifiableMap(new TreeMap<>(components));
    }

    public Optional<ComponentInfo> component(int number) {
        return Optional.ofNullable(components.get(number));
    }

    /** Everything that can be enabled. */
    public XFeatureMask all() {
        return xcr0.or(xss);
    }

    /** Those of {@code mask} whose size the source does not tell. */
    public XFeatureMask undescribed(XFeatureMask mask) {
        long bits = 0;
        for (int number : mask.components()) {
            if (!components.containsKey(number)) {
                bits |= 1L << number;
            }
        }
        return new XFeatureMask(bits);
    }
}
