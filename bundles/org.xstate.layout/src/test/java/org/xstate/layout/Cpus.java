package org.xstate.layout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidTable;

/** What several tests need: the built-in features, profiles as CPUs, leaf 0DH in a few words. */
public final class Cpus {

    /** The xfeatures of the workbench. */
    public static final FeatureCatalog CATALOG = FeatureCatalog.load(Cpus.class.getClassLoader());

    private Cpus() {
    }

    public static XsaveCpu cpu(String profile) {
        return CpuProfiles.find(profile).orElseThrow().read(CATALOG).cpu().orElseThrow();
    }

    public static XFeatureMask mask(long bits) {
        return new XFeatureMask(bits);
    }

    /** A table with leaf 1 saying XSAVE and OSXSAVE, and vendor Intel. */
    public static CpuidTable.Builder intel() {
        return CpuidTable.builder().put(0, 0, 0xd, 0x756e6547, 0x6c65746e, 0x49656e69).put(1, 0, 0x000506e3,
                0,
                0x0c000000, 0);
    }

    /** The profile's own numbers, for a test to damage. */
    public static CpuidTable.Builder damaged(String profile) {
        CpuidTable.Builder builder = CpuidTable.builder();
        CpuProfiles.find(profile).orElseThrow().table().entries()
                .forEach((key, registers) -> builder.put(key.leaf(), key.subleaf(), registers));
        return builder;
    }

    public static CpuReading read(CpuidTable.Builder table) {
        return CpuReading.of(table.build(), CATALOG);
    }

    public static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    /** How often each finding came, for comparing without their order. */
    public static Map<String, Long> counted(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::id, Collectors.counting()));
    }

    public static Finding only(String id, List<Finding> findings) {
        List<Finding> found = findings.stream().filter(f -> f.id().equals(id)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + id + " among " + findings);
        }
        return found.getFirst();
    }
}
