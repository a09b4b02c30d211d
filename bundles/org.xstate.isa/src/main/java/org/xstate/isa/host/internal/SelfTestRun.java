package org.xstate.isa.host.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.isa.host.HostSelfTest;
import org.xstate.isa.host.SelfTestOptions;
import org.xstate.isa.host.SelfTestReport;
import org.xstate.layout.cpu.CpuAddressWidths;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.XsaveCpu;

/** One self-test from reading the machine to the report. */
public final class SelfTestRun {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    /** Further differences are counted only. */
    private static final int MOST_FINDINGS = 100;

    private SelfTestRun() {
    }

    /** See {@link HostSelfTest#run}. */
    public static SelfTestReport run(FeatureCatalog catalog, SelfTestOptions options,
            HostSelfTest.Progress progress) {
        HostReading reading = HostReader.read(false);
        if (reading instanceof HostReading.Unavailable unavailable) {
            return SelfTestReport.skipped(unavailable.reason(), unavailable.remedy());
        }
        HostCpu host = ((HostReading.Available) reading).cpu();
        Optional<XsaveCpu> cpu = CpuReading.of(host.cpuid(), catalog).cpu();
        if (cpu.isEmpty() || host.xcr0().isEmpty()) {
            return SelfTestReport.skipped(cpu.isEmpty()
                    ? "the CPU has no usable leaf 0DH"
                    : "CPUID.1:ECX.OSXSAVE is 0: the operating system does not use XSAVE", "");
        }
        XFeatureMask unknown = host.xcr0().get().andNot(cpu.get().xcr0())
                .or(cpu.get().undescribed(host.xcr0().get()));
        if (!unknown.isEmpty()) {
            return SelfTestReport.skipped("XCR0 is %s, and CPUID does not describe %s of it".formatted(
                    host.xcr0().get(), unknown), "let the hypervisor pass leaf 0DH of the machine");
        }
        return run(catalog, options, progress, cpu.get(), CpuAddressWidths.of(host.cpuid()),
                host.xcr0().get());
    }

    private static SelfTestReport run(FeatureCatalog catalog, SelfTestOptions options,
            HostSelfTest.Progress progress, XsaveCpu cpu, AddressWidths widths, XFeatureMask xcr0) {
        XFeatureMask onDemand = HostProfile.onDemand(cpu, catalog, xcr0);
        int asked = xcr0.hasAll(onDemand)
                ? onDemand.numbers().filter(n -> cpu.component(n).orElseThrow().xfd()).findFirst().orElse(-1)
                : -1;
        Wire.Hello hello = new Wire.Hello(HostProfile.areaSize(cpu, xcr0), xcr0.bits(),
                cpu.features().xgetbv1(), asked);
        Duration patience = options.timeout().compareTo(LONGEST_ANSWER) < 0
                ? options.timeout()
                : LONGEST_ANSWER;
        try (CaseSession session = new CaseSession(ChildCommand.find(options.childClassPath()), hello,
                patience)) {
            boolean granted = asked >= 0 && session.permission() == 0;
            HostProfile profile = HostProfile.of(cpu, widths, catalog, xcr0, granted);
            Observations observations = new Observations(ProcessorPolicy.of(cpu.identity()));
            if (asked >= 0) {
                observations.add("xfd-permission",
                        "Does the kernel grant " + catalog.name(asked) + " (ARCH_REQ_XCOMP_PERM)?",
                        granted ? "yes" : "no: " + NativeCalls.errorName(session.permission()));
            }
            return new Running(profile, session, observations, options).report(progress);
        } catch (NativeRefusal refusal) {
            return SelfTestReport.skipped(refusal.getMessage(), refusal.remedy());
        } catch (Child.Lost lost) {
            return SelfTestReport.skipped("the child process " + lost.getMessage(), "");
        } catch (IOException failure) {
            return SelfTestReport.skipped("no child process could be started: " + failure.getMessage(), "");
        }
    }

    /** The part in which a child is there. */
    private static final class Running {
        private final HostProfile profile;
        private final CaseSession session;
        private final Observations observations;
        private final SelfTestOptions options;
        private final List<Finding> findings = new ArrayList<>();

        Running(HostProfile profile, CaseSession session, Observations observations,
                SelfTestOptions options) {
            this.profile = profile;
            this.session = session;
            this.observations = observations;
            this.options = options;
        }

        SelfTestReport report(HostSelfTest.Progress progress) {
            long deadline = System.nanoTime() + options.timeout().toNanos();
            int passed = 0;
            int failed = 0;
            int faults = 0;
            int done = 0;
            try {
                StateImages.Pointers pointers = ask();
                CaseGenerator generator = new CaseGenerator(profile, pointers, options.seed());
                SimulatorOracle oracle = new SimulatorOracle(profile, observations.policy());
                XinuseScore score = new XinuseScore(profile, oracle);
                RefusalScore refusals = new RefusalScore(profile, oracle);
                CaseJudge judge = new CaseJudge(session, oracle, new Comparison(profile), options.seed());
                while (done < options.cases() && System.nanoTime() < deadline
                        && !Thread.currentThread().isInterrupted()) {
                    CaseRequest request = generator.make(options.firstCase() + done);
                    CaseJudge.Verdict verdict = judge.judge(request);
                    verdict.result().ifPresent(result -> {
                        score.count(request, result);
                        refusals.count(request, result);
                    });
                    verdict.finding().ifPresent(this::add);
                    passed += verdict.passed() ? 1 : 0;
                    failed += verdict.passed() ? 0 : 1;
                    faults += verdict.passed() && verdict.faulted() ? 1 : 0;
                    done++;
                    progress.update(done, options.cases(), failed);
                }
                score.report(observations);
                refusals.report(observations);
            } catch (IOException gone) {
                failed++;
                findings.add(Finding.error("selftest-aborted",
                        "the run ended after %d cases: %s".formatted(done, gone.getMessage())));
            }
            return new SelfTestReport(Optional.empty(), profile.xcr0(), profile.usable(), passed, failed,
                    faults, Math.max(0, options.cases() - passed - failed), session.restarts(),
                    observations.seen(), Optional.of(observations.policy()), findings);
        }

        /** Asks the processor what is open. Returns what cases may put into FIP and FDP. */
        private StateImages.Pointers ask() throws IOException {
            ProbeBench bench = new ProbeBench(profile, session, observations);
            new XinuseProbes(bench, observations).run();
            StateImages.Pointers pointers = new X87Probes(bench, observations).run();
            new RestoreProbes(bench, observations).run();
            observations.findings().forEach(this::add);
            return pointers;
        }

        private void add(Finding finding) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }
    }
}
