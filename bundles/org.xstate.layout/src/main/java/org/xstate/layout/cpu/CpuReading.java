package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * A CPU as its CPUID output describes it, with what is wrong or missing in that output.
 *
 * @param cpu      empty without a usable leaf D
 * @param findings defects; an empty {@code cpu} comes with at least one of severity error
 */
public record CpuReading(Optional<XsaveCpu> cpu, List<Finding> findings) {

    private static final int LEAF = 0xd;
    /** Bytes; the largest known component has 8192. All 61 together stay below what a layout takes. */
    private static final int LARGEST_COMPONENT = 1 << 18;
    /** Bytes; with the largest component below what a layout takes. */
    private static final int LARGEST_OFFSET = 1 << 23;

    public CpuReading {
        findings = List.copyOf(findings);
    }

    /** Reads leaf D and what else bears on XSAVE. Nothing is made up: a component whose sub-leaf is missing is missing. */
    public static CpuReading of(CpuidTable table, FeatureCatalog catalog) {
        Optional<CpuidRegisters> main = table.get(LEAF).filter(r -> r.eax() != 0 || r.edx() != 0);
        if (main.isEmpty()) {
            return new CpuReading(Optional.empty(), List.of(noLeaf(table)));
        }
        List<Finding> findings = new ArrayList<>();
        CpuidRegisters d0 = main.get();
        Optional<CpuidRegisters> d1 = table.get(LEAF, 1);
        if (d1.isEmpty()) {
            findings.add(Finding.warning("cpuid-subleaf-missing",
                    "CPUID.(EAX=0DH,ECX=1) is not in the source: XSAVEOPT, XSAVEC, XSAVES and IA32_XSS are taken as "
                            + "absent")
                    .at("leaf 0DH").remedy("record the sub-leaf, for example with cpuid -1 -r"));
        }
        XFeatureMask xcr0 = XFeatureMask.ofPair(d0.edx(), d0.eax());
        XFeatureMask xss = d1.map(r -> XFeatureMask.ofPair(r.edx(), r.ecx())).orElse(XFeatureMask.NONE);
        Map<Integer, ComponentInfo> components = components(table, xcr0.or(xss), catalog, findings);
        CpuIdentity identity = CpuIdentity.of(table);
        XsaveCpu cpu = new XsaveCpu(identity, XsaveFeatures.of(table), xcr0, xss, components,
                positive(d0.ecx()),
                positive(d0.ebx()), d1.map(r -> positive(r.ebx())).orElse(OptionalInt.empty()),
                FpuTraits.of(table, identity));
        findings.addAll(CpuidChecks.check(cpu, table, catalog));
        return new CpuReading(Optional.of(cpu), findings);
    }

    private static Finding noLeaf(CpuidTable table) {
        boolean zero = table.get(LEAF).isPresent();
        String why = zero
                ? "CPUID.(EAX=0DH,ECX=0) is all zero"
                : table.get(0).filter(r -> Integer.compareUnsigned(r.eax(), LEAF) < 0).map(
                        r -> "the CPU's highest basic leaf is %XH, so it has no leaf 0DH".formatted(r.eax()))
                        .orElse("the source has no leaf 0DH");
        return Finding.error("cpuid-no-leaf-d", why + ": nothing is known about its XSAVE areas")
                .at("leaf 0DH")
                .remedy("record leaf 0DH with all its sub-leaves, for example with cpuid -1 -r");
    }

    private static Map<Integer, ComponentInfo> components(CpuidTable table, XFeatureMask enumerated,
            FeatureCatalog catalog, List<Finding> findings) {
        Map<Integer, ComponentInfo> components = new TreeMap<>();
        components.put(0, ComponentInfo.X87);
        components.put(1, ComponentInfo.SSE);
        for (int number : enumerated.components().andNot(XFeatureMask.LEGACY)) {
            Optional<CpuidRegisters> registers = table.get(LEAF, number);
            String name = catalog.label(number);
            if (registers.isEmpty()) {
                findings.add(Finding.warning("cpuid-subleaf-missing",
                        "%s is enumerated, but its sub-leaf is not in the source: size and place are "
                                .formatted(name) + "unknown")
                        .at("CPUID.(EAX=0DH,ECX=%d)".formatted(number))
                        .remedy("record the sub-leaf, or choose masks without the component"));
            } else if (registers.get().eax() <= 0) {
                findings.add(Finding.warning("cpuid-size-zero",
                        "%s is enumerated, but its sub-leaf gives the size %s: a hypervisor or the "
                                .formatted(name, Integer.toUnsignedString(registers.get().eax()))
                                + "recording tool has masked it")
                        .at("CPUID.(EAX=0DH,ECX=%d)".formatted(number))
                        .remedy("record it on the bare machine, or choose masks without the component"));
            } else if (registers.get().eax() > LARGEST_COMPONENT
                    || Integer.compareUnsigned(registers.get().ebx(), LARGEST_OFFSET) > 0) {
                findings.add(Finding.error("cpuid-size-impossible",
                        "%s has %d bytes at offset %s: that is beyond any XSAVE area".formatted(name,
                                registers.get().eax(), Integer.toUnsignedString(registers.get().ebx())))
                        .at("CPUID.(EAX=0DH,ECX=%d)".formatted(number))
                        .remedy("record the sub-leaf again, or choose masks without the component"));
            } else {
                components.put(number, ComponentInfo.of(number, registers.get()));
            }
        }
        return components;
    }

    private static OptionalInt positive(int value) {
        return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
