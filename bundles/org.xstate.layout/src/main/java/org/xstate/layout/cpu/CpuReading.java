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
        XFeatureMask xcr0 = components(XFeatureMask.ofPair(d0.edx(), d0.eax()), 0, findings);
        XFeatureMask xss = components(
                d1.map(r -> XFeatureMask.ofPair(r.edx(), r.ecx())).orElse(XFeatureMask.NONE), 1, findings);
        Map<Integer, ComponentInfo> components = components(table, xcr0.or(xss), catalog, findings);
        CpuIdentity identity = CpuIdentity.of(table);
        XsaveCpu cpu = new XsaveCpu(identity, XsaveFeatures.of(table), xcr0, xss, components,
                size(d0.ecx(), 0, findings),
                size(d0.ebx(), 0, findings),
                d1.map(r -> size(r.ebx(), 1, findings)).orElse(OptionalInt.empty()),
                FpuTraits.of(table, identity));
        findings.addAll(CpuidChecks.check(cpu, table, catalog));
        return new CpuReading(Optional.of(cpu), findings);
    }

    /** Bit 63 is no component: it is reserved in XCR0 and IA32_XSS (SDM volume 1, section 13.3). */
    private static XFeatureMask components(XFeatureMask told, int subleaf, List<Finding> findings) {
        if (told.has(63)) {
            findings.add(Finding.error("cpuid-bit-63",
                    "bit 63 is enumerated, but it is reserved and never a component; it is ignored")
                    .at("CPUID.(EAX=0DH,ECX=%d)".formatted(subleaf))
                    .remedy("record the sub-leaf again: the file is damaged or of another format"));
        }
        return told.components();
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
            } else if (registers.get().eax() == 0) {
                findings.add(Finding.warning("cpuid-size-zero",
                        "%s is enumerated, but its sub-leaf gives the size 0: a hypervisor or the "
                                .formatted(name) + "recording tool has masked it")
                        .at("CPUID.(EAX=0DH,ECX=%d)".formatted(number))
                        .remedy("record it on the bare machine, or choose masks without the component"));
            } else if (!ComponentInfo.of(number, registers.get()).plausible()) {
                findings.add(Finding.error("cpuid-size-impossible",
                        "%s has the size 0x%x at the offset 0x%x according to its sub-leaf, which is beyond any XSAVE "
                                .formatted(name, registers.get().eax(), registers.get().ebx())
                                + "area; the component is treated as not described")
                        .at("CPUID.(EAX=0DH,ECX=%d)".formatted(number))
                        .remedy("record the sub-leaf again: the file is damaged or of another format"));
            } else {
                components.put(number, ComponentInfo.of(number, registers.get()));
            }
        }
        return components;
    }

    /** Zero is how a policy or a masked reading says nothing. */
    private static OptionalInt size(int value, int subleaf, List<Finding> findings) {
        if (value < 0 || value > ComponentInfo.LARGEST_END) {
            findings.add(Finding.error("cpuid-size-impossible",
                    "the size 0x%x is beyond any XSAVE area and is ignored".formatted(value))
                    .at("CPUID.(EAX=0DH,ECX=%d)".formatted(subleaf))
                    .remedy("record the sub-leaf again: the file is damaged or of another format"));
            return OptionalInt.empty();
        }
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
