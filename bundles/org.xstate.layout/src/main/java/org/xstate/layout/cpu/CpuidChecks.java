package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpuid.CpuidTable;

/** Holds the sub-leaves of leaf D against each other and against what the manual fixes. Sizes: {@link SizeChecks}. */
final class CpuidChecks {

    private final XsaveCpu cpu;
    private final CpuidTable table;
    private final FeatureCatalog catalog;
    private final List<Finding> findings = new ArrayList<>();

    private CpuidChecks(XsaveCpu cpu, CpuidTable table, FeatureCatalog catalog) {
        this.cpu = cpu;
        this.table = table;
        this.catalog = catalog;
    }

    static List<Finding> check(XsaveCpu cpu, CpuidTable table, FeatureCatalog catalog) {
        CpuidChecks checks = new CpuidChecks(cpu, table, catalog);
        checks.instructions();
        checks.masks();
        checks.kinds();
        checks.unlisted();
        checks.overlaps();
        checks.architecture();
        checks.findings.addAll(SizeChecks.check(cpu));
        return List.copyOf(checks.findings);
    }

    private static String subleaf(int number) {
        return "CPUID.(EAX=0DH,ECX=" + number + ")";
    }

    private String name(int number) {
        return catalog.label(number);
    }

    /** What an operating system never gets to see from a processor, but a filter in between may produce. */
    private void instructions() {
        XsaveFeatures features = cpu.features();
        if (!features.xsave()) {
            findings.add(Finding.warning("cpuid-xsave-hidden",
                    "leaf 0DH is filled in, but CPUID.1:ECX[26] says that there is no XSAVE: software will not use it")
                    .at("CPUID.1:ECX[26]").remedy("look for a hypervisor or boot option that hides XSAVE"));
        }
        if (features.xsaves() && !features.xsavec()) {
            findings.add(Finding.warning("cpuid-xsaves-without-xsavec",
                    "EAX enumerates XSAVES without XSAVEC: no known processor does, and Linux refuses XSAVES then")
                    .at(subleaf(1)));
        }
        if (!features.xsaves() && !cpu.xss().isEmpty()) {
            findings.add(Finding.warning("cpuid-xss-without-xsaves",
                    "IA32_XSS bits %s are enumerated, but XSAVES is not, so there is no such register"
                            .formatted(cpu.xss()))
                    .at(subleaf(1)).remedy("ignore the supervisor components"));
        }
    }

    private void masks() {
        XFeatureMask both = cpu.xcr0().and(cpu.xss());
        if (!both.isEmpty()) {
            findings.add(Finding.error("cpuid-bit-in-xcr0-and-xss", both
                    + " is enumerated for XCR0 and for IA32_XSS; a component is switched by one of them")
                    .at(subleaf(1)));
        }
        for (EnablingRules.Refusal refusal : EnablingRules.xcr0(cpu.xcr0(), cpu.xcr0(), catalog)) {
            findings.add(Finding.warning("cpuid-xcr0-inconsistent",
                    "XCR0 can never have all of the bits enumerated (" + cpu.xcr0() + "): "
                            + refusal.reason())
                    .at(subleaf(0)).remedy("choose a smaller mask with --xcr0"));
        }
    }

    private void kinds() {
        for (ComponentInfo info : cpu.components().values()) {
            int number = info.number();
            if (cpu.xcr0().has(number) && info.supervisor() || cpu.xss().has(number) && !info.supervisor()) {
                findings.add(Finding.error("cpuid-kind-contradicts",
                        "%s is enumerated for %s, but ECX[0] of its sub-leaf says %s".formatted(name(number),
                                cpu.xcr0().has(number) ? "XCR0" : "IA32_XSS",
                                info.supervisor() ? "supervisor" : "user"))
                        .at(subleaf(number)));
            }
            if (info.supervisor() && info.offset() != 0) {
                findings.add(Finding.warning("cpuid-supervisor-offset",
                        "%s has no place in the standard format, but its sub-leaf gives the offset %d"
                                .formatted(name(number), info.offset()))
                        .at(subleaf(number)));
            }
        }
    }

    /** Sub-leaves that describe a component which neither mask enumerates: seen where a hypervisor or microcode hid a feature. */
    private void unlisted() {
        for (Map.Entry<CpuidTable.Key, ?> entry : table.leaf(0xd).entries().entrySet()) {
            int number = entry.getKey().subleaf();
            if (number >= 2 && number <= 62 && !cpu.all().has(number)
                    && table.get(0xd, number).filter(r -> !r.isZero()).isPresent()) {
                findings.add(Finding.warning("cpuid-component-not-enumerated",
                        name(number)
                                + " has a sub-leaf, but neither XCR0 nor IA32_XSS enumerates it; it is left out")
                        .at(subleaf(number)));
            }
        }
    }

    private void overlaps() {
        List<ComponentInfo> users = cpu.components().values().stream()
                .filter(info -> info.number() > 1 && !info.supervisor()).toList();
        for (ComponentInfo info : users) {
            if (info.offset() < XsaveLayout.EXTENDED_OFFSET) {
                findings.add(Finding.error("cpuid-offset-too-low",
                        "%s starts at byte %d, inside the legacy region and header".formatted(
                                name(info.number()),
                                info.offset()))
                        .at(subleaf(info.number())));
            }
            for (ComponentInfo other : users) {
                if (other.number() > info.number() && info.offset() < other.end()
                        && other.offset() < info.end()) {
                    findings.add(Finding.error("cpuid-components-overlap",
                            "%s at %d..%d and %s at %d..%d overlap in the standard format".formatted(
                                    name(info.number()), info.offset(), info.end() - 1, name(other.number()),
                                    other.offset(), other.end() - 1))
                            .at(subleaf(other.number())));
                }
            }
        }
    }

    /** Size and flags that the manual fixes. A difference may be right (AMD's 64-byte PKRU), so CPUID wins. */
    private void architecture() {
        for (ComponentInfo info : cpu.components().values()) {
            catalog.descriptor(info.number()).filter(d -> info.number() > 1).ifPresent(d -> compare(info, d));
        }
    }

    private void compare(ComponentInfo info, XFeatureDescriptor feature) {
        if (info.size() != feature.size()) {
            findings.add(Finding.note("cpuid-size-unusual", "%s has %d bytes here, the manual gives %d"
                    .formatted(name(info.number()), info.size(), feature.size())).at(subleaf(info.number()))
                    .remedy("do not take sizes from a table"));
        }
        if (info.align64() != feature.align64() || info.xfd() != feature.xfd()) {
            findings.add(Finding.note("cpuid-flags-unusual",
                    "%s has ECX[1] (align to 64) = %d and ECX[2] (XFD) = %d here, the manual gives %d and %d"
                            .formatted(
                                    name(info.number()), bit(info.align64()), bit(info.xfd()),
                                    bit(feature.align64()),
                                    bit(feature.xfd())))
                    .at(subleaf(info.number())));
        }
    }

    private static int bit(boolean flag) {
        return flag ? 1 : 0;
    }
}
