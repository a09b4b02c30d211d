package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.api.Finding;
import org.xstate.cli.ExitCode;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/** {@code --cpuid}, {@code --cpu} and {@code --host}: which CPU a command is about. */
final class CpuSources {

    static final String CPUID = "--cpuid";
    static final String CPU = "--cpu";
    static final String HOST = "--host";

    private CpuSources() {
    }

    /** The three options. @param what for the help: what the CPU is needed for */
    static ArgSpec[] options(String what) {
        return new ArgSpec[]{
            Options.values(CPUID, "FILE", what + ": a CPUID dump as text, in any of the known formats."),
            Options.values(CPU, "NAME", what + ": a known CPU; see xstate cpus."),
            Options.flag(HOST, what + ": the machine this runs on.")};
    }

    /** A source whose content has been read, or why it could not be. */
    record Source(String name, Optional<LayoutReport> report, Optional<Stop> failure) {
    }

    /** Every source named on the command line, in the order {@code --cpuid}, {@code --cpu}, {@code --host}. */
    static List<Source> reports(ParseResult parsed, LayoutQuestion question, Session session) {
        List<Source> sources = new ArrayList<>();
        for (String file : Options.texts(parsed, CPUID)) {
            sources.add(
                    attempt(file, () -> LayoutReport.of(file, document(file), question, session.catalog())));
        }
        for (String name : Options.texts(parsed, CPU)) {
            sources.add(attempt(name, () -> {
                CpuProfile profile = profile(name);
                return LayoutReport.of(profile.id(), profile.id(), Optional.of(profile.name()),
                        profile.table(),
                        question, session.catalog());
            }));
        }
        if (Options.isSet(parsed, HOST)) {
            sources.add(attempt("host", () -> LayoutReport.of("host", host(), question, session.catalog())));
        }
        return sources;
    }

    /** A source that is no profile. */
    static LayoutReport fileOrHost(String name, LayoutQuestion question, Session session) {
        if (name.equals("host")) {
            return LayoutReport.of(name, host(), question, session.catalog());
        }
        if (!java.nio.file.Files.exists(InputFiles.path(name))) {
            throw new Stop(ExitCode.INPUT_MISSING, "'" + name
                    + "' is neither a known CPU (xstate cpus lists them) nor a file");
        }
        return LayoutReport.of(name, document(name), question, session.catalog());
    }

    static CpuidDocument host() {
        return switch (HostCpu.readAll()) {
            case HostReading.Available available -> new CpuidDocument(
                    "CPUID instruction", available.cpus().stream()
                            .map(cpu -> new CpuidDump("CPU " + cpu.number().orElse(0), cpu.cpuid(),
                                    List.of()))
                            .toList(),
                    List.of());
            case HostReading.Unavailable no -> throw new Stop(ExitCode.INPUT_MISSING, "--host: " + no.reason()
                    + (no.remedy().isEmpty() ? "" : "; " + no.remedy()));
        };
    }

    private static Source attempt(String name, java.util.function.Supplier<LayoutReport> read) {
        try {
            return new Source(name, Optional.of(read.get()), Optional.empty());
        } catch (Stop stop) {
            return new Source(name, Optional.empty(), Optional.of(stop));
        }
    }

    /** The one CPU that is meant where a command needs one at most. */
    static Optional<XsaveCpu> single(ParseResult parsed, Session session) {
        List<Source> sources = reports(parsed, LayoutQuestion.EVERYTHING, session);
        if (sources.size() > 1) {
            throw new Stop(ExitCode.USAGE, "give one of --cpuid, --cpu and --host, once");
        }
        return sources.stream().findFirst().map(CpuSources::onlyCpu);
    }

    /** The first usable CPU of a source. */
    static XsaveCpu onlyCpu(Source source) {
        source.failure().ifPresent(stop -> {
            throw stop;
        });
        LayoutReport report = source.report().orElseThrow();
        return report.cpus().stream().flatMap(cpu -> cpu.cpu().stream()).findFirst()
                .orElseThrow(() -> unusable(report));
    }

    static Stop unusable(LayoutReport report) {
        List<Finding> all = new ArrayList<>(report.findings());
        report.cpus().forEach(cpu -> all.addAll(cpu.findings()));
        String why = worstFirst(all).map(Finding::message).distinct().limit(2)
                .collect(Collectors.joining("; "));
        return new Stop(ExitCode.BAD_INPUT,
                report.source() + ": no CPU with a usable leaf 0DH" + (why.isEmpty() ? "" : ": " + why));
    }

    private static CpuidDocument document(String file) {
        CpuidDocument document = InputFiles.read(file, source -> CpuidTexts.read(file, source.content()));
        if (document.dumps().isEmpty()) {
            String why = worstFirst(document.findings()).map(Finding::message).findFirst()
                    .orElse("no CPUID output was recognised");
            throw new Stop(ExitCode.BAD_INPUT, why.startsWith(file + " ") ? why : file + ": " + why);
        }
        return document;
    }

    private static Stream<Finding> worstFirst(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Finding::severity).reversed());
    }

    static CpuProfile profile(String name) {
        return CpuProfiles.find(name).orElseThrow(() -> {
            String known = CpuProfiles.index().stream().map(CpuProfiles.Entry::id)
                    .collect(Collectors.joining(", "));
            return new Stop(ExitCode.USAGE, "no CPU profile '" + name + "'; known are " + known);
        });
    }
}
