package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.diff.DiffReport;
import org.xstate.analysis.image.ByteDifferences;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.ImageMapper;
import org.xstate.analysis.json.DiffJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.text.DiffText;
import org.xstate.api.Severity;
import org.xstate.cli.ExitCode;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.ResolvedImage;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate diff A B}. */
final class DiffCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("diff",
                "Compares two images: field by field what registers would differ after a restore, and what differs only in "
                        + "representation. Several images in a file are compared in their order.",
                Options.operand(0, "A", "The first file."), Options.operand(1, "B", "The second file."));
        for (var option : CpuSources
                .options("The CPU that wrote both images, where the files themselves do not tell")) {
            spec.add(option);
        }
        spec.add(Options.value("--thread-a", "N", "Only this thread or image of A."));
        spec.add(Options.value("--thread-b", "N", "Only this thread or image of B."));
        spec.add(Images.kind());
        spec.add(Options.flag("--bytes",
                "Also list the bytes that differ, component by component wherever each image has it; not with --json."));
        spec.add(Options.flag("--json", "One JSON document (xstate/diff/1)."));
        spec.add(Options.value("--fail-on", "LEVEL",
                "Exit with 12 if the meaning differs: error (the default) or warning; note: also if only the "
                        + "representation does; never: not at all."));
        spec.usageMessage().footer("",
                "next: xstate diff before.bin after.bin    xstate decode FILE --thread 0");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        FailOn failOn = FailOn.of(parsed);
        Optional<XsaveCpu> cpu = CpuSources.single(parsed, session);
        String a = parsed.matchedPositionalValue(0, "");
        String b = parsed.matchedPositionalValue(1, "");
        try (Arena arena = Arena.ofConfined()) {
            List<DecodedThread> left = images(a, "--thread-a", cpu, parsed, session, arena);
            List<DecodedThread> right = images(b, "--thread-b", cpu, parsed, session, arena);
            DiffReport report = DiffReport.of(a, resolved(left), b, resolved(right), session.catalog());
            if (Options.isSet(parsed, "--json")) {
                session.out().println(DiffJson.document(report));
            } else {
                DiffText.lines(report, session.catalog(), session.style()).forEach(session.out()::println);
                if (Options.isSet(parsed, "--bytes")) {
                    bytes(left, right, session);
                }
            }
            return exitCode(report, failOn);
        } catch (Stop stop) {
            if (Options.isSet(parsed, "--json")) {
                session.out().println(Json.object(document -> document.put("schema", "xstate/diff/1")
                        .put("a", a).put("b", b).put("error", stop.getMessage())));
            }
            throw stop;
        }
    }

    private static int exitCode(DiffReport report, FailOn failOn) {
        if (report.findings().stream().anyMatch(f -> f.id().equals(DecodedImage.PLUGIN_FAILED))) {
            return ExitCode.PLUGIN_FAILED;
        }
        if (failOn.least().isEmpty() || report.identical()) {
            return ExitCode.CLEAN;
        }
        boolean everything = failOn.least().get() == Severity.NOTE;
        return everything || !report.sameMeaning() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static List<DecodedThread> images(String file, String option, Optional<XsaveCpu> cpu,
            ParseResult parsed, Session session, Arena arena) {
        DecodeReport report = Images.decode(file, Options.text(parsed, "--kind"), cpu, session, arena);
        Optional<String> wanted = Options.text(parsed, option);
        List<DecodedThread> threads = wanted.map(thread -> List.of(Images.one(report, thread)))
                .orElse(report.threads());
        if (threads.isEmpty()) {
            throw new Stop(ExitCode.BAD_INPUT, file + ": holds no image");
        }
        return threads;
    }

    private static List<ResolvedImage> resolved(List<DecodedThread> threads) {
        return threads.stream().map(DecodedThread::resolved).toList();
    }

    private static void bytes(List<DecodedThread> left, List<DecodedThread> right, Session session) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            ImageMap a = ImageMapper.map(left.get(i), session.catalog());
            ImageMap b = ImageMapper.map(right.get(i), session.catalog());
            ByteDifferences found = ByteDifferences.of(a, left.get(i).resolved().record().area(), b,
                    right.get(i).resolved().record().area());
            session.out().println();
            DiffText.bytes("A " + left.get(i).resolved().record().label(), a, found.left(), session.style())
                    .forEach(session.out()::println);
            DiffText.bytes("B " + right.get(i).resolved().record().label(), b, found.right(), session.style())
                    .forEach(session.out()::println);
        }
    }
}
