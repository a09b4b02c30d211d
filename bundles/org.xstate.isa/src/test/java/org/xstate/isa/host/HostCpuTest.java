package org.xstate.isa.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidTable;

class HostCpuTest {

    private static HostCpu host() {
        HostReading reading = HostCpu.read();
        assumeTrue(reading instanceof HostReading.Available,
                () -> "the host cannot be read: " + ((HostReading.Unavailable) reading).reason());
        return ((HostReading.Available) reading).cpu();
    }

    private static XsaveCpu cpu(HostCpu host) {
        Optional<XsaveCpu> cpu = CpuReading.of(host.cpuid(), FeatureCatalog.of(List.of())).cpu();
        assumeTrue(cpu.isPresent(), "the CPU has no usable leaf 0DH");
        return cpu.orElseThrow();
    }

    @Test
    void familyModelAndSteppingAreThoseTheKernelLists() throws IOException {
        HostCpu host = host();
        Map<String, String> kernel = cpuinfo();
        CpuIdentity identity = CpuIdentity.of(host.cpuid());
        assertEquals(kernel.get("vendor_id"), identity.vendor().orElse("none"));
        assertEquals(kernel.get("cpu family"), String.valueOf(identity.family().orElse(-1)));
        assertEquals(kernel.get("model"), String.valueOf(identity.model().orElse(-1)));
        assertEquals(kernel.get("stepping"), String.valueOf(identity.stepping().orElse(-1)));
    }

    /** The kernel leaves out what it does not use: XSAVES on some AMD processors, or by a kernel parameter. */
    @Test
    void everyFlagTheKernelListsIsEnumerated() throws IOException {
        HostCpu host = host();
        List<String> flags = Arrays.asList(cpuinfo().get("flags").split(" "));
        int leafD1 = host.cpuid().get(0xd, 1).map(r -> r.eax()).orElse(0);
        List<String> names = List.of("xsaveopt", "xsavec", "xgetbv1", "xsaves");
        for (int bit = 0; bit < names.size(); bit++) {
            assertTrue(!flags.contains(names.get(bit)) || (leafD1 >>> bit & 1) != 0, names.get(bit));
        }
        assertTrue(!flags.contains("hypervisor") || host.virtualised());
    }

    @Test
    void standardSizeForTheXcr0ReadIsTheSizeCpuidReportsForIt() {
        HostCpu host = host();
        assumeTrue(host.xcr0().isPresent(), "the operating system has not set CR4.OSXSAVE");
        XsaveCpu cpu = cpu(host);
        XFeatureMask xcr0 = host.xcr0().get();
        assertTrue(xcr0.has(0), "XCR0[0] is always 1, XCR0 is " + xcr0);
        assertTrue(cpu.xcr0().hasAll(xcr0), xcr0 + " within " + cpu.xcr0());
        int size = XsaveLayout.standard(cpu, xcr0).size();
        assumeTrue(cpu.enabledSize().orElse(0) == size || !host.virtualised(),
                "the hypervisor reports a size of its own: " + cpu.enabledSize());
        assertEquals(size, cpu.enabledSize().orElse(0));
    }

    @Test
    void someValueOfIa32XssExplainsTheCompactedSize() {
        HostCpu host = host();
        XsaveCpu cpu = cpu(host);
        assumeTrue(host.xcr0().isPresent() && cpu.features().xsavec(), "the CPU has no compacted format");
        List<XFeatureMask> candidates = XssInference.candidates(cpu, host.xcr0().get());
        assertTrue(candidates.stream().allMatch(xss -> cpu.xss().hasAll(xss)), candidates.toString());
        assumeTrue(!candidates.isEmpty() || !host.virtualised(), "the hypervisor reports a size of its own");
        assertTrue(!candidates.isEmpty(),
                "no IA32_XSS within " + cpu.xss() + " gives " + cpu.compactedSize());
    }

    @Test
    void everyCpuTheThreadMayRunOnIsReadOnThatCpu() {
        host();
        List<HostCpu> cpus = ((HostReading.Available) HostCpu.readAll()).cpus();
        List<Integer> numbers = cpus.stream().map(cpu -> cpu.number().orElse(-1)).toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        assumeTrue(cpus.getFirst().cpuid().get(0xb).filter(r -> r.ebx() != 0).isPresent(),
                "the CPU has no leaf BH");
        long apicIds = cpus.stream().map(cpu -> cpu.cpuid().get(0xb).map(r -> r.edx())).distinct().count();
        assumeTrue(apicIds == cpus.size() || !cpus.getFirst().virtualised(),
                "the hypervisor gives several CPUs the same x2APIC ID");
        assertEquals(cpus.size(), apicIds, "x2APIC IDs (CPUID.BH:EDX) differ between CPUs");
    }

    @Test
    void inferenceFindsTheValuesOfIa32XssThatGiveThePublishedSizes() {
        // Zen 3, XCR0 7 and IA32_XSS 1800H: 872 bytes, recorded with the vectors
        XsaveCpu cpu = zen3(872);
        assertEquals(List.of(new XFeatureMask(0x1800)),
                XssInference.candidates(cpu, new XFeatureMask(7)));
        assertEquals(List.of(XFeatureMask.NONE), XssInference.candidates(zen3(832), new XFeatureMask(7)));
        assertEquals(List.of(), XssInference.candidates(zen3(840), new XFeatureMask(7)));
    }

    private static XsaveCpu zen3(int compactedSize) {
        CpuidTable table = CpuidTable.builder()
                .put(1, 0, 0, 0, 1 << 26, 0)
                .put(0xd, 0, 0x207, 0x340, 0x988, 0)
                .put(0xd, 1, 0xf, compactedSize, 0x1800, 0)
                .put(0xd, 2, 0x100, 0x240, 0, 0)
                .put(0xd, 9, 8, 0x980, 0, 0)
                .put(0xd, 11, 16, 0, 1, 0)
                .put(0xd, 12, 24, 0, 1, 0).build();
        return CpuReading.of(table, FeatureCatalog.of(List.of())).cpu().orElseThrow();
    }

    /** The first processor's lines of /proc/cpuinfo, by name. */
    private static Map<String, String> cpuinfo() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                fields.putIfAbsent(parts[0].strip(), parts[1].strip());
            }
        }
        return fields;
    }
}
