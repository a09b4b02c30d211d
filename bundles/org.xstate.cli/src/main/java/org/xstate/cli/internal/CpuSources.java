package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xstate.analysis.layout.CpuSource;
import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.analysis.layout.UnreadableCpuException;
import org.xstate.cli.ExitCode;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidDocument;

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
            sources.add(attempt(file, () -> file(file, question, session)));
        }
        for (String name : Options.texts(parsed, CPU)) {
            sources.add(attempt(name, () -> new CpuSource.Known(profile(name)).load().report(question,
                    session.catalog())));
        }
        if (Options.isSet(parsed, HOST)) {
            sources.add(attempt("host", () -> report(new CpuSource.Host(), question, session)));
        }
        return sources;
    }

    /** A source that is no profile. */
    static LayoutReport fileOrHost(String name, LayoutQuestion question, Session session) {
        if (name.equals("host")) {
            return report(new CpuSource.Host(), question, session);
        }
        if (!java.nio.file.Files.exists(InputFiles.path(name))) {
            throw new Stop(ExitCode.INPUT_MISSING, "'" + name
                    + "' is neither a known CPU (xstate cpus lists them) nor a file");
        }
        return file(name, question, session);
    }

    private static LayoutReport report(CpuSource source, LayoutQuestion question, Session session) {
        try {
            return source.load().report(question, session.catalog());
        } catch (UnreadableCpuException e) {
            throw stop(e);
        }
    }

    /** Standard input, and a name that Java cannot write down, are for {@link InputFiles} only. */
    private static LayoutReport file(String name, LayoutQuestion question, Session session) {
        return name.equals("-") || name.indexOf('\uFFFD') >= 0
                ? LayoutReport.of(name, document(name), question, session.catalog())
                : report(new CpuSource.Dump(name, InputFiles.path(name)), question, session);
    }

    static CpuidDocument host() {
        try {
            return CpuSource.host();
        } catch (UnreadableCpuException e) {
            throw stop(e);
        }
    }

    private static Stop stop(UnreadableCpuException e) {
        return new Stop(e.isMissing() ? ExitCode.INPUT_MISSING : ExitCode.BAD_INPUT, e.getMessage());
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
        return new Stop(ExitCode.BAD_INPUT, CpuSource.unusable(report));
    }

    private static CpuidDocument document(String file) {
        return InputFiles.read(file, source -> {
            try {
                return CpuSource.parse(file, source);
            } catch (UnreadableCpuException e) {
                throw stop(e);
            }
        });
    }

    static CpuProfile profile(String name) {
        return CpuProfiles.find(name).orElseThrow(() -> {
            String known = CpuProfiles.index().stream().map(CpuProfiles.Entry::id)
                    .collect(Collectors.joining(", "));
            return new Stop(ExitCode.USAGE, "no CPU profile '" + name + "'; known are " + known);
        });
    }
}
