package org.xstate.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xstate.analysis.report.ResultReports;
import org.xstate.api.Report;
import org.xstate.api.ReportRenderer;
import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate report}. */
final class ReportCommand implements Command {

    private static final String HTML = "html";
    private static final String TEXT = "text";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("report",
                "Makes a report of what other commands wrote with --json: a page of HTML that needs no other file, "
                        + "Markdown, text, or a format that a plugin brings.",
                Options.operands("RESULT", 1,
                        "A file with documents of xstate, one after the other; - for stdin."));
        spec.add(Options.value("--html", "FILE", "Writes one HTML file that holds everything."));
        spec.add(Options.value("--render", "FORMAT",
                "Writes that format to stdout, or to the file of --output: html, markdown, text, or that of a "
                        + "plugin (default: text, unless --html is given)."));
        spec.add(Options.value("--output", "FILE", "Where --render writes.", "-o"));
        spec.usageMessage().footer("", "next: xstate check examples/seed/flaws.c --json > out.json; "
                + "xstate report out.json --html out.html");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        Optional<String> html = Options.text(parsed, "--html");
        Optional<String> format = Options.text(parsed, "--render");
        Optional<String> output = Options.text(parsed, "--output");
        if (output.isPresent() && format.isEmpty()) {
            throw new Stop(ExitCode.USAGE, "report: --output needs --render FORMAT");
        }
        Report report = read(Options.operands(parsed));
        html.ifPresent(file -> OutputFiles.write(file, rendered(report, HTML, session)));
        if (format.isPresent() || html.isEmpty()) {
            String text = rendered(report, format.orElse(TEXT), session);
            output.ifPresentOrElse(file -> OutputFiles.write(file, text), () -> session.out().print(text));
        }
        return ExitCode.CLEAN;
    }

    private static Report read(List<String> names) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            String text = InputFiles.read(name, source -> new String(
                    source.content().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
            try {
                // each by itself, so that the message names the file
                ResultReports.of(text);
            } catch (IllegalArgumentException e) {
                throw new Stop(ExitCode.BAD_INPUT, name + ": " + e.getMessage());
            }
            all.append(text).append('\n');
        }
        return ResultReports.of(all.toString());
    }

    private static String rendered(Report report, String format, Session session) {
        List<ReportRenderer> renderers = session.contributions().reportRenderers();
        ReportRenderer renderer = renderers.stream().filter(one -> one.format().equals(format)).findFirst()
                .orElseThrow(() -> new Stop(ExitCode.USAGE,
                        "report: nothing renders '%s'; there are %s".formatted(
                                format,
                                renderers.stream().map(ReportRenderer::format)
                                        .collect(Collectors.joining(", ")))));
        StringBuilder text = new StringBuilder();
        try {
            renderer.render(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be written", e);
        }
        return text.toString();
    }
}
