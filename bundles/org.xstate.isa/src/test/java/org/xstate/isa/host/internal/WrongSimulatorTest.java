package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.isa.ExceptionVector;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.layout.cpu.CpuAddressWidths;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.XsaveCpu;

/** A simulator with one thing wrong is found out by the processor. */
class WrongSimulatorTest {

    private static final int CASES = 300;

    /** Turns a right prediction into a wrong one, or leaves it alone. */
    private interface Defect {
        Prediction apply(CaseRequest request, Prediction right);
    }

    private static HostProfile host() {
        HostReading reading = HostCpu.read();
        assumeTrue(reading instanceof HostReading.Available,
                () -> "the host cannot be read: " + ((HostReading.Unavailable) reading).reason());
        HostCpu host = ((HostReading.Available) reading).cpu();
        FeatureCatalog catalog = FeatureCatalog.of(List.of());
        Optional<XsaveCpu> cpu = CpuReading.of(host.cpuid(), catalog).cpu();
        assumeTrue(host.xcr0().isPresent() && cpu.isPresent(), "the operating system does not use XSAVE");
        return HostProfile.of(cpu.orElseThrow(), CpuAddressWidths.of(host.cpuid()), catalog,
                host.xcr0().get(), false);
    }

    private static List<Finding> findings(Defect defect) throws IOException, Child.Lost {
        HostProfile profile = host();
        XsaveCpu cpu = profile.cpu();
        Oracle right = new SimulatorOracle(profile, ProcessorPolicy.of(cpu.identity()));
        Oracle wrong = (request, xinuse) -> right.predict(request, xinuse).stream()
                .map(prediction -> defect.apply(request, prediction)).toList();
        Wire.Hello hello = new Wire.Hello(HostProfile.areaSize(cpu, profile.xcr0()), profile.xcr0().bits(),
                cpu.features().xgetbv1(), -1);
        List<Finding> findings = new ArrayList<>();
        try (CaseSession session = new CaseSession(ChildCommand.find(List.of()), hello,
                Duration.ofSeconds(20))) {
            CaseJudge judge = new CaseJudge(session, wrong, new Comparison(profile), 1);
            CaseGenerator generator = new CaseGenerator(profile, StateImages.Pointers.NARROW, 1);
            for (int id = 0; id < CASES; id++) {
                judge.judge(generator.make(id)).finding()
                        .filter(finding -> finding.id().equals("selftest-difference"))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Prediction replaced(Prediction right, byte[] memory, byte[] dump) {
        return new Prediction(right.fault(), right.reason(), memory, dump, right.returned(), right.partial());
    }

    @Test
    void bitOfXstateBvThatASaveLeavesOut() throws Exception {
        assumeTrue(host().cpu().features().xsaveopt() && host().usable().has(2),
                "the CPU has no XSAVEOPT or no AVX");
        List<Finding> findings = findings((request, right) -> {
            byte[] memory = right.memory().clone();
            if (request.instruction() == HostInstruction.XSAVEOPT64 && right.fault().isEmpty()) {
                memory[512] &= ~4;
            }
            return replaced(right, memory, right.dump());
        });
        assertTrue(findings.stream().anyMatch(finding -> finding.message().contains("byte 512: XSTATE_BV")));
        assertTrue(findings.stream().allMatch(finding -> finding.message().startsWith("XSAVEOPT64")));
        Finding first = findings.getFirst();
        assertTrue(first.where().matches("case \\d+ of seed 1"), first.where());
    }

    @Test
    void registerByteThatARestoreGetsWrong() throws Exception {
        List<Finding> findings = findings((request, right) -> {
            if (request.instruction() != HostInstruction.XRSTOR) {
                return right;
            }
            byte[] dump = right.dump().clone();
            dump[3] ^= 0x40;
            return replaced(right, right.memory(), dump);
        });
        assertFalse(findings.isEmpty());
        assertTrue(findings.stream().allMatch(finding -> finding.message().startsWith("XRSTOR ")),
                findings.getLast().message());
        assertTrue(findings.getFirst().message().contains("registers, byte 3: FSW"),
                findings.getFirst().message());
    }

    @Test
    void faultThatIsNotRaised() throws Exception {
        List<Finding> findings = findings((request, right) -> right.fault().filter(ExceptionVector.GP::equals)
                .isPresent() && request.instruction().kind() == HostInstruction.Kind.OTHER
                        ? new Prediction(Optional.empty(), "", right.memory(), right.dump(), right.returned(),
                                Optional.empty())
                        : right);
        assertTrue(findings.stream().allMatch(finding -> finding.message()
                .contains("the processor raised #GP(0), the simulator completes it")));
        assertFalse(findings.isEmpty());
    }
}
