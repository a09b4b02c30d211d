package org.xstate.analysis.replay.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.Severity;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.isa.ProcessorModel;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.isa.ProcessorPolicy.OnFault;
import org.xstate.isa.ProcessorPolicy.RefusedRestore;
import org.xstate.layout.cpu.CpuAddressWidths;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.FpuTraits;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;

/**
 * The processor on which a recording was made, as its CPUID output describes it.
 *
 * <p>Recordings made by an ordinary process come from hardware: the vendor decides the policy. Recordings made at CPL 0
 * with a monitor's help come from an emulator that follows the manuals' letter with exact XINUSE for every vendor, and
 * knows nothing of AMD's rules for x87 pointers. Its known deviations are not assumed, but offered as explanations for rows
 * that differ.
 */
public final class RecordedProcessor {

    private final XsaveCpu cpu;
    private final AddressWidths widths;
    private final FeatureCatalog catalog;

    private RecordedProcessor(XsaveCpu cpu, AddressWidths widths, FeatureCatalog catalog) {
        this.cpu = cpu;
        this.widths = widths;
        this.catalog = catalog;
    }

    /** Empty, with findings, if the file does not describe a processor with XSAVE. */
    public static Optional<RecordedProcessor> read(Path file, FeatureCatalog catalog,
            List<Finding> findings) {
        String name = file.getFileName().toString();
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            findings.add(Finding
                    .error("replay-no-cpuid", "the recording does not say which processor made it")
                    .at(name).remedy("put the output of cpuid -1 -r beside the vectors as cpuid.txt"));
            return Optional.empty();
        } catch (IOException e) {
            findings.add(Finding.error("replay-no-cpuid", "cannot read the processor's CPUID output: " + e)
                    .at(name).remedy("put the output of cpuid -1 -r beside the vectors as cpuid.txt"));
            return Optional.empty();
        }
        CpuidDocument document = CpuidTexts.read(name, text);
        document.findings().forEach(finding -> findings.add(finding.within(name)));
        if (document.dumps().isEmpty()) {
            findings.add(Finding.error("replay-no-cpuid", "no CPUID output in it").at(name)
                    .remedy("put the output of cpuid -1 -r beside the vectors as cpuid.txt"));
            return Optional.empty();
        }
        CpuidDump dump = document.dumps().getFirst();
        CpuReading reading = CpuReading.of(dump.table(), catalog);
        Stream.concat(dump.findings().stream(), reading.findings().stream())
                .map(finding -> reading.cpu().isPresent() ? atMostWarning(finding) : finding)
                .forEach(finding -> findings.add(finding.within(name)));
        return reading.cpu().flatMap(
                cpu -> modelled(new RecordedProcessor(cpu, CpuAddressWidths.of(dump.table()), catalog), name,
                        findings));
    }

    private static Optional<RecordedProcessor> modelled(RecordedProcessor processor, String name,
            List<Finding> findings) {
        try {
            processor.hardware();
            return Optional.of(processor);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error("replay-cpu-impossible",
                    "there can be no such processor: " + e.getMessage()).at(name)
                    .remedy("record leaf 0DH again"));
            return Optional.empty();
        }
    }

    /** What is wrong with a CPU's description does not keep its vectors from being replayed. */
    private static Finding atMostWarning(Finding finding) {
        return finding.severity() == Severity.ERROR
                ? new Finding(finding.id(), Severity.WARNING,
                        finding.message(), finding.where(), finding.remedy(), finding.values())
                : finding;
    }

    XsaveCpu cpu() {
        return cpu;
    }

    FeatureCatalog catalog() {
        return catalog;
    }

    ProcessorModel hardware() {
        return ProcessorModel.of(cpu, catalog, ProcessorPolicy.of(cpu.identity()), widths);
    }

    ProcessorModel emulator() {
        return emulator(ProcessorPolicy.MANUAL);
    }

    private ProcessorModel emulator(ProcessorPolicy policy) {
        FpuTraits fpu = cpu.fpu();
        FpuTraits keepsPointers = new FpuTraits(fpu.mxcsrMask(), fpu.selectorsDeprecated(),
                fpu.fdpOnlyOnException(), false, false);
        return ProcessorModel.of(new XsaveCpu(cpu.identity(), cpu.features(), cpu.xcr0(), cpu.xss(),
                cpu.components(), cpu.maxStandardSize(), cpu.enabledSize(), cpu.compactedSize(),
                keepsPointers), catalog, policy, widths);
    }

    /** The emulator with one known deviation each, by what it does. */
    Map<String, ProcessorModel> emulatorDeviations() {
        Map<String, ProcessorModel> deviations = new LinkedHashMap<>();
        deviations.put("the emulator lets MXCSR set XSTATE_BV[1] of XSAVE and XSAVEOPT",
                emulator(ProcessorPolicy.MANUAL.withMxcsrInXstateBv(true)));
        deviations.put("the emulator loads components before it faults on a later one",
                emulator(ProcessorPolicy.MANUAL.withRefusedRestore(RefusedRestore.both(OnFault.PARTIAL))));
        deviations.put("the emulator overlooks XSTATE_BV[63] of a compacted image",
                emulator(ProcessorPolicy.MANUAL.withIgnoresXstateBv63(true)));
        return deviations;
    }
}
