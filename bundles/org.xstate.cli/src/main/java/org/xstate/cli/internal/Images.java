package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.cli.ExitCode;
import org.xstate.formats.image.ImageReaders;
import org.xstate.layout.cpu.XsaveCpu;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Opens files that hold images, as the options of a command say. */
final class Images {

    private Images() {
    }

    static OptionSpec kind() {
        return Options.value("--kind", "KIND",
                "What the files are, where it cannot be told from their content: core, "
                        + "sigframe64, sigframe32, ptrace, kvm, image, or recording.");
    }

    static OptionSpec thread() {
        return Options.value("--thread", "N",
                "Only the thread with this id, or the N-th image of the file (from 0) where none has the id.");
    }

    /** Reads a container; its records point into the arena's memory. */
    static ReadResult.Container open(String file, Optional<String> kind, Session session, Arena arena) {
        kind.filter(wanted -> session.readers().stream().noneMatch(reader -> reader.kind().equals(wanted)))
                .ifPresent(wanted -> {
                    throw new Stop(ExitCode.USAGE,
                            "--kind " + wanted + ": no such container; known are " + session
                                    .readers().stream().map(ImageReader::kind).sorted()
                                    .collect(Collectors.joining(", ")));
                });
        ImageSource source = InputFiles.open(file, arena);
        return switch (ImageReaders.read(source, session.readers(), kind)) {
            case ReadResult.Container container -> container;
            case ReadResult.Unusable unusable -> throw new Stop(ExitCode.BAD_INPUT,
                    file + ": " + unusable.findings().stream().map(Images::sentence)
                            .collect(Collectors.joining("; ")));
        };
    }

    private static String sentence(Finding finding) {
        return (finding.where().isEmpty() ? "" : finding.where() + ": ") + finding.message()
                + (finding.remedy().isEmpty() ? "" : "; " + finding.remedy());
    }

    static DecodeReport decode(String file, Optional<String> kind, Optional<XsaveCpu> cpu, Session session,
            Arena arena) {
        return DecodeReport.of(file, open(file, kind, session, arena), cpu, session.catalog());
    }

    /** The threads that {@code --thread} leaves. */
    static List<DecodedThread> select(DecodeReport report, ParseResult parsed) {
        Optional<String> wanted = Options.text(parsed, "--thread");
        return wanted.isEmpty() ? report.threads() : List.of(one(report, wanted.get()));
    }

    /** The one thread that is meant; a file with several needs {@code --thread}. */
    static DecodedThread only(DecodeReport report, ParseResult parsed) {
        List<DecodedThread> threads = select(report, parsed);
        if (threads.isEmpty()) {
            throw new Stop(ExitCode.BAD_INPUT, report.source() + ": holds no image");
        }
        if (threads.size() > 1) {
            throw new Stop(ExitCode.USAGE, "%s holds %d images; choose one with --thread N".formatted(
                    report.source(), threads.size()));
        }
        return threads.getFirst();
    }

    /** One thread by id or position. */
    static DecodedThread one(DecodeReport report, String wanted) {
        long number;
        try {
            number = Long.parseLong(wanted);
        } catch (NumberFormatException e) {
            throw new Stop(ExitCode.USAGE, "--thread " + wanted + ": give a thread id or a position from 0");
        }
        return report.threads().stream()
                .filter(thread -> thread.resolved().record().lwp().equals(java.util.OptionalLong.of(number)))
                .findFirst().or(() -> number >= 0 && number < report.threads().size()
                        ? Optional.of(report.threads().get((int) number))
                        : Optional.empty())
                .orElseThrow(() -> new Stop(ExitCode.INPUT_MISSING,
                        report.source() + ": no thread " + wanted + "; it has " + known(report)));
    }

    private static String known(DecodeReport report) {
        String labels = report.threads().stream().limit(8).map(thread -> thread.resolved().record().label())
                .collect(Collectors.joining(", "));
        return report.threads().isEmpty()
                ? "no image at all"
                : labels + (report.threads().size() > 8 ? ", ..." : "");
    }
}
