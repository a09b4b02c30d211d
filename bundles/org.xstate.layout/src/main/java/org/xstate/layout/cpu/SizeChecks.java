package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;

/** Holds the three sizes of leaf D against those that follow from the components. */
final class SizeChecks {

    private final XsaveCpu cpu;
    private final List<Finding> findings = new ArrayList<>();

    private SizeChecks(XsaveCpu cpu) {
        this.cpu = cpu;
    }

    static List<Finding> check(XsaveCpu cpu) {
        SizeChecks checks = new SizeChecks(cpu);
        checks.maximum();
        checks.enabled();
        checks.compacted();
        return checks.findings;
    }

    /** D.0 ECX is the largest offset + size, whatever is enabled. */
    private void maximum() {
        if (cpu.maxStandardSize().isEmpty()) {
            findings.add(Finding
                    .warning("cpuid-size-missing", "ECX gives no size for everything enabled: a "
                            + "hypervisor's policy or the recording tool has masked it")
                    .at("CPUID.(EAX=0DH,ECX=0)"));
            return;
        }
        if (!cpu.undescribed(cpu.xcr0()).isEmpty()) {
            return; // the missing sub-leaf has been reported; nothing can be compared
        }
        long computed = Math.max(XsaveLayout.EXTENDED_OFFSET, cpu.components().values().stream()
                .filter(info -> !info.supervisor()).mapToLong(ComponentInfo::end).max().orElse(0));
        int told = cpu.maxStandardSize().getAsInt();
        if (computed != told) {
            findings.add(Finding.warning("cpuid-max-size-differs",
                    "ECX says that the standard format has %d bytes with everything enabled, but the components end at %d"
                            .formatted(told, computed))
                    .at("CPUID.(EAX=0DH,ECX=0)").value("cpuid", told).value("computed", computed)
                    .remedy("look for sub-leaves of another CPU or a hypervisor's mask"));
        }
    }

    /** D.0 EBX is the end of the highest-ending enabled component. */
    private void enabled() {
        if (cpu.enabledSize().isEmpty()) {
            findings.add(Finding
                    .note("cpuid-enabled-size-zero", "EBX gives no size for the current XCR0: this is a "
                            + "policy or a template rather than a reading of a CPU")
                    .at("CPUID.(EAX=0DH,ECX=0)"));
            return;
        }
        int told = cpu.enabledSize().getAsInt();
        boolean explained = told == XsaveLayout.EXTENDED_OFFSET
                || userComponents().stream().anyMatch(info -> info.end() == told);
        if (!explained && cpu.undescribed(cpu.xcr0()).isEmpty()) {
            findings.add(Finding.warning("cpuid-enabled-size-differs",
                    "EBX says that the standard format has %d bytes for the current XCR0, but no component ends there"
                            .formatted(told))
                    .at("CPUID.(EAX=0DH,ECX=0)").value("cpuid", told));
        }
    }

    /** D.1 EBX is the compacted size of what was enabled in XCR0 and IA32_XSS; which that was, the source does not tell. */
    private void compacted() {
        if (cpu.compactedSize().isEmpty()) {
            return;
        }
        int told = cpu.compactedSize().getAsInt();
        String where = "CPUID.(EAX=0DH,ECX=1)";
        if (!cpu.features().xsavec()) {
            findings.add(Finding.note("cpuid-compacted-size-without-xsavec",
                    "EBX gives a compacted size of %d bytes, but the CPU enumerates neither XSAVEC nor XSAVES"
                            .formatted(told))
                    .at(where));
            return;
        }
        if (!cpu.undescribed(cpu.all()).isEmpty()) {
            return;
        }
        if (!reachable(info -> true, false).get(told)) {
            findings.add(Finding.warning("cpuid-compacted-size-differs",
                    "EBX says that the compacted format has %d bytes for what is enabled, but no set of the components "
                            .formatted(told) + "enumerated has that size; with all of them it is "
                            + XsaveLayout.compacted(cpu, cpu.all()).size())
                    .at(where).value("cpuid", told)
                    .value("computed", XsaveLayout.compacted(cpu, cpu.all()).size())
                    .remedy("some emulators and hypervisors ignore the 64-byte alignment"));
        } else if (cpu.enabledSize().isPresent() && !agreesWithEnabled(told)) {
            findings.add(Finding.note("cpuid-sizes-of-different-xcr0",
                    "EBX of sub-leaf 0 (%d) and EBX of sub-leaf 1 (%d) cannot belong to the same XCR0"
                            .formatted(cpu.enabledSize().getAsInt(), told))
                    .at(where));
        }
    }

    /** Whether some XCR0 whose standard size is D.0 EBX, with some IA32_XSS, has the compacted size. */
    private boolean agreesWithEnabled(int told) {
        int standard = cpu.enabledSize().getAsInt();
        return reachable(info -> info.supervisor() || info.end() <= standard, true).get(told);
    }

    /** The compacted sizes of all subsets of the components that pass. @param top whether a user component must end at D.0 EBX */
    private BitSet reachable(Predicate<ComponentInfo> passes, boolean top) {
        long needed = top ? cpu.enabledSize().getAsInt() : 0;
        boolean satisfied = !top || needed == XsaveLayout.EXTENDED_OFFSET;
        BitSet without = new BitSet();
        BitSet with = new BitSet();
        (satisfied ? with : without).set(XsaveLayout.EXTENDED_OFFSET);
        for (ComponentInfo info : extended()) {
            if (passes.test(info)) {
                boolean marks = !info.supervisor() && info.end() == needed;
                BitSet before = (BitSet) without.clone();
                append(with, with, info);
                append(before, marks ? with : without, info);
            }
        }
        return with;
    }

    private static void append(BitSet from, BitSet to, ComponentInfo info) {
        BitSet snapshot = (BitSet) from.clone();
        for (int end = snapshot.nextSetBit(0); end >= 0; end = snapshot.nextSetBit(end + 1)) {
            long start = info.align64() ? end + 63 & ~63L : end;
            long next = start + info.size();
            if (next < 1 << 20) {
                to.set((int) next);
            }
        }
    }

    private List<ComponentInfo> extended() {
        XFeatureMask all = cpu.all();
        return cpu.components().values().stream().filter(info -> info.number() > 1 && all.has(info.number()))
                .toList();
    }

    private List<ComponentInfo> userComponents() {
        return extended().stream().filter(info -> !info.supervisor()).toList();
    }
}
