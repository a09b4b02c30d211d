package org.xstate.analysis.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * The layouts of all CPUs of one source.
 *
 * @param source   file, profile or {@code host}, as the user named it
 * @param cpus     in the order of the source
 * @param findings about the source as a whole
 */
public record LayoutReport(String source, List<CpuLayout> cpus, List<Finding> findings) {

    private static final int LEAF = 0xd;

    public LayoutReport {
        Objects.requireNonNull(source);
        cpus = List.copyOf(cpus);
        findings = List.copyOf(findings);
    }

    /** Whether at least one CPU of the source has a usable leaf D. */
    public boolean usable() {
        return cpus.stream().anyMatch(cpu -> cpu.cpu().isPresent());
    }

    /**
     * Lays out every part of a document. Logical CPUs that say the same in leaf D become one entry whose label
     * names them all.
     */
    public static LayoutReport of(String source, CpuidDocument document, LayoutQuestion question,
            FeatureCatalog catalog) {
        Map<Object, List<CpuidDump>> groups = new LinkedHashMap<>();
        for (CpuidDump dump : document.dumps()) {
            groups.computeIfAbsent(sameness(dump), k -> new ArrayList<>()).add(dump);
        }
        List<CpuLayout> cpus = new ArrayList<>();
        for (List<CpuidDump> group : groups.values()) {
            String label = Labels.join(group.stream().map(CpuidDump::label).toList());
            cpus.add(lay(label, Optional.empty(), group.getFirst().table(), findings(group), question,
                    catalog));
        }
        return new LayoutReport(source, cpus, document.findings());
    }

    /** Lays out one CPU. @param name for people; empty to take what CPUID says */
    public static LayoutReport of(String source, String label, Optional<String> name, CpuidTable table,
            LayoutQuestion question, FeatureCatalog catalog) {
        return new LayoutReport(source, List.of(lay(label, name, table, List.of(), question, catalog)),
                List.of());
    }

    /**
     * The same CPUs with components switched, one after the other, each with what has to be switched with it.
     *
     * @param off are switched first
     */
    public LayoutReport switching(List<Integer> on, List<Integer> off, FeatureCatalog catalog) {
        List<CpuLayout> switched = cpus.stream().map(entry -> {
            CpuLayout now = entry;
            for (int component : off) {
                now = EnablingSwitch.switched(now, component, false, catalog);
            }
            for (int component : on) {
                now = EnablingSwitch.switched(now, component, true, catalog);
            }
            return now;
        }).toList();
        return new LayoutReport(source, switched, findings);
    }

    /** Logical CPUs with equal leaf D are one entry; policies, and a guest and its host, stay apart even if equal. */
    private static Object sameness(CpuidDump dump) {
        return List.of(dump.table().leaf(LEAF), Labels.kind(dump.label()));
    }

    /** All findings of the first, and those of the others that it does not have. */
    private static List<Finding> findings(List<CpuidDump> group) {
        List<Finding> findings = new ArrayList<>(group.getFirst().findings());
        Set<String> ids = findings.stream().map(Finding::id).collect(Collectors.toCollection(HashSet::new));
        for (CpuidDump dump : group.subList(1, group.size())) {
            List<Finding> more = dump.findings().stream().filter(finding -> !ids.contains(finding.id()))
                    .toList();
            findings.addAll(more);
            more.forEach(finding -> ids.add(finding.id()));
        }
        return findings;
    }

    private static CpuLayout lay(String label, Optional<String> name, CpuidTable table,
            List<Finding> readFindings,
            LayoutQuestion question, FeatureCatalog catalog) {
        CpuReading reading = CpuReading.of(table, catalog);
        CpuIdentity identity = CpuIdentity.of(table);
        String shown = name.orElseGet(identity::displayName);
        List<Finding> findings = new ArrayList<>(readFindings);
        findings.addAll(reading.findings());
        if (reading.cpu().isEmpty()) {
            return new CpuLayout(label, shown, identity, Optional.empty(), XFeatureMask.NONE,
                    XFeatureMask.NONE,
                    Optional.empty(), findings);
        }
        XsaveCpu cpu = reading.cpu().get();
        XFeatureMask xcr0 = question.xcr0().orElse(cpu.xcr0());
        XFeatureMask xss = question.xss().orElse(cpu.xss());
        question.xcr0().ifPresent(mask -> EnablingRules.xcr0(mask, cpu, catalog)
                .forEach(refusal -> findings.add(Finding.error("xcr0-refused",
                        "XSETBV of XCR0 = %s faults with #GP: %s".formatted(mask, refusal.reason())))));
        question.xss().filter(mask -> !mask.isEmpty()).ifPresent(mask -> EnablingRules.xss(mask, cpu)
                .forEach(refusal -> findings.add(Finding.error("xss-refused",
                        "WRMSR of IA32_XSS = %s faults with #GP: %s".formatted(mask, refusal.reason())))));
        XsaveLayout layout;
        if (question.format() == XsaveLayout.Format.COMPACTED) {
            if (!cpu.features().xsavec()) {
                findings.add(Finding.note("layout-compacted-without-xsavec",
                        "the CPU has neither XSAVEC nor XSAVES: this compacted layout is computed, no instruction of it "
                                + "writes one"));
            }
            layout = Formats.compacted(cpu, xcr0.or(xss));
        } else {
            layout = Formats.standard(cpu, xcr0);
        }
        return new CpuLayout(label, shown, identity, Optional.of(cpu), xcr0, xss, Optional.of(layout),
                findings);
    }
}
