package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.diff.DiffReport;
import org.xstate.analysis.json.DiffJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.text.DecodeText;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Style;
import org.xstate.analysis.text.Table;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.Severity;
import org.xstate.cli.ExitCode;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.ResolvedImage;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate diff A B}. */
final class DiffCommand implements Command {

    private static final int LONG = 24;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

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
            List<ResolvedImage> left = images(a, "--thread-a", cpu, parsed, session, arena);
            List<ResolvedImage> right = images(b, "--thread-b", cpu, parsed, session, arena);
            DiffReport report = DiffReport.of(a, left, b, right, session.catalog());
            if (Options.isSet(parsed, "--json")) {
                session.out().println(DiffJson.document(report));
            } else {
                print(report, session);
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

    private static List<ResolvedImage> images(String file, String option, Optional<XsaveCpu> cpu,
            ParseResult parsed, Session session, Arena arena) {
        DecodeReport report = Images.decode(file, Options.text(parsed, "--kind"), cpu, session, arena);
        Optional<String> wanted = Options.text(parsed, option);
        List<DecodedThread> threads = wanted.map(thread -> List.of(Images.one(report, thread)))
                .orElse(report.threads());
        if (threads.isEmpty()) {
            throw new Stop(ExitCode.BAD_INPUT, file + ": holds no image");
        }
        return threads.stream().map(DecodedThread::resolved).toList();
    }

    private static void print(DiffReport report, Session session) {
        Style style = session.style();
        long different = report.pairs().stream().filter(pair -> !pair.diff().sameMeaning()).count();
        String verdict = report.identical()
                ? style.good("IDENTICAL") + "     nothing differs"
                : report.sameMeaning()
                        ? style.good("SAME MEANING") + "  only the representation differs"
                        : style.error("DIFFERENT") + "     %s of %s".formatted(different,
                                LintCommand.count(report.pairs().size(), "pair"));
        session.out().println(verdict);
        session.out().println("              A %s   B %s".formatted(report.left(), report.right()));
        if (report.pairs().size() > 1 || !report.leftOnly().isEmpty() || !report.rightOnly().isEmpty()) {
            session.out().println("              images are compared in file order");
        }
        for (DiffReport.Pair pair : report.pairs()) {
            pair(pair, session);
        }
        only("A", report.leftOnly(), session);
        only("B", report.rightOnly(), session);
        FindingText.lines(report.findings(), "  ", session.style()).forEach(session.out()::println);
    }

    private static void only(String side, List<String> labels, Session session) {
        if (!labels.isEmpty()) {
            session.out().println();
            session.out().println("only in %s: %s".formatted(side, String.join(", ", labels)));
        }
    }

    private static void pair(DiffReport.Pair pair, Session session) {
        ImageDiff diff = pair.diff();
        session.out().println();
        session.out().println(session.style().bold(pair.left().equals(pair.right())
                ? pair.left()
                : pair.left() + " / " + pair.right())
                + (diff.sameMeaning() ? "  same meaning" : "  different"));
        if (!diff.semantic().isEmpty()) {
            Table table = new Table("component", "field", "A", "B");
            diff.semantic().forEach(
                    f -> table.row(f.component(), f.field(), text(f, f.left(), session),
                            text(f, f.right(), session)));
            table.lines("  ", session.style()).forEach(session.out()::println);
        }
        if (!diff.representational().isEmpty()) {
            session.out().println(session.style().dim("  in representation only"));
            Table table = new Table("what", "A", "B");
            diff.representational()
                    .forEach(r -> table.row(r.what(), shortened(r.left()), shortened(r.right())));
            table.lines("    ", session.style()).stream().skip(1).forEach(session.out()::println);
        }
    }

    /** A value for people, who read control and status words in hexadecimal, as decode prints them. */
    static String text(ImageDiff.FieldDifference field, String value, Session session) {
        boolean vector = session.catalog().descriptor(field.number()).stream()
                .flatMap(descriptor -> descriptor.fields().stream())
                .anyMatch(f -> f.name().equals(field.field()) && f.style() == FieldDescriptor.Style.BYTES);
        return field.number() <= 1 && !vector && DIGITS.matcher(value).matches()
                ? DecodeText.controlWord(new BigInteger(value))
                : shortened(value);
    }

    /** A 512-bit register in full does not fit a line; --json has it. */
    private static String shortened(String value) {
        return value.length() <= 2 * LONG
                ? value
                : value.substring(0, LONG) + "..." + value.substring(value.length() - 8);
    }
}
