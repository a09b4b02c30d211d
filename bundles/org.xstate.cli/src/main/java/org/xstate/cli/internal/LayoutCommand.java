package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.json.Json;
import org.xstate.analysis.json.LayoutJson;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.LayoutPicture;
import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.LayoutText;
import org.xstate.api.Finding;
import org.xstate.cli.ExitCode;
import org.xstate.layout.XsaveLayout;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate layout}. */
final class LayoutCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("layout",
                "Shows where each state component lies in an XSAVE area, the holes between them, and what CPUID says "
                        + "against what is computed. Without masks: everything that the source enumerates.",
                CpuSources.options("The CPU to lay out"));
        spec.addOption(Options.value("--xcr0", "MASK", "User components, as a mask (0x207)."));
        spec.addOption(Options.value("--xss", "MASK", "Supervisor components, as a mask (0x1800)."));
        spec.addOption(Options.flag("--compacted",
                "The compacted format of XSAVEC and XSAVES instead of the standard one."));
        spec.addOption(Options.flag("--both", "Both formats, the standard one first."));
        spec.addOption(Options.values("--with", "NAME",
                "Set a component's bit, by name or number, with the bits that it needs."));
        spec.addOption(Options.values("--without", "NAME",
                "Clear a component's bit, by name or number, with the bits that need it."));
        spec.addOption(Options.value("--svg", "FILE", "Also draw both formats, to scale, into an SVG file."));
        spec.addOption(Options.flag("--json", "One JSON document for each source (xstate/layout/1)."));
        spec.addOption(FailOn.option());
        spec.usageMessage().footer("",
                "next: xstate layout --cpu zen3 --compacted    xstate layout --cpuid dump.txt");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        FailOn failOn = FailOn.of(parsed);
        List<CpuSources.Source> sources = new ArrayList<>();
        for (XsaveLayout.Format format : formats(parsed)) {
            LayoutQuestion question = new LayoutQuestion(Options.mask(parsed, "--xcr0"),
                    Options.mask(parsed, "--xss"), format);
            CpuSources.reports(parsed, question, session).stream()
                    .map(source -> switched(source, parsed, session)).forEach(sources::add);
        }
        if (sources.isEmpty()) {
            throw new Stop(ExitCode.USAGE, "layout: which CPU? give --cpu NAME, --cpuid FILE or --host "
                    + "(xstate cpus lists the names)");
        }
        boolean json = Options.isSet(parsed, "--json");
        int code = ExitCode.CLEAN;
        boolean first = true;
        for (CpuSources.Source source : sources) {
            if (!first && !json) {
                session.out().println();
            }
            first = false;
            code = Math.max(code, source.failure().map(stop -> failed(source.name(), stop, json, session))
                    .orElseGet(() -> print(source.report().orElseThrow(), json, failOn, session)));
        }
        Optional<String> svg = Options.text(parsed, "--svg");
        if (svg.isPresent()) {
            draw(svg.get(), sources, formats(parsed).size(), session);
        }
        return code;
    }

    private static List<XsaveLayout.Format> formats(ParseResult parsed) {
        if (Options.isSet(parsed, "--both")) {
            return List.of(XsaveLayout.Format.STANDARD, XsaveLayout.Format.COMPACTED);
        }
        return List.of(Options.isSet(parsed, "--compacted")
                ? XsaveLayout.Format.COMPACTED
                : XsaveLayout.Format.STANDARD);
    }

    private static CpuSources.Source switched(CpuSources.Source source, ParseResult parsed, Session session) {
        List<Integer> on = components(parsed, "--with", session);
        List<Integer> off = components(parsed, "--without", session);
        return new CpuSources.Source(source.name(),
                source.report().map(report -> report.switching(on, off, session.catalog())),
                source.failure());
    }

    private static List<Integer> components(ParseResult parsed, String option, Session session) {
        return Options.texts(parsed, option).stream()
                .map(name -> session.catalog().find(name).map(one -> one.descriptor().number())
                        .orElseThrow(() -> new Stop(ExitCode.USAGE,
                                option + " " + name + ": no such component; xstate features lists them")))
                .toList();
    }

    private static int failed(String name, Stop stop, boolean json, Session session) {
        if (json) {
            session.out().println(Json.object(document -> document.put("schema", "xstate/layout/1")
                    .put("source", name).put("error", stop.getMessage())));
        }
        session.err().println("xstate: " + stop.getMessage());
        return stop.exitCode();
    }

    private static int print(LayoutReport report, boolean json, FailOn failOn, Session session) {
        if (json) {
            session.out().println(LayoutJson.document(report, session.catalog()));
        } else {
            text(report, session);
        }
        List<Finding> all = new ArrayList<>(report.findings());
        report.cpus().forEach(cpu -> all.addAll(cpu.findings()));
        if (!report.usable()) {
            session.err().println("xstate: " + CpuSources.unusable(report).getMessage());
            return ExitCode.BAD_INPUT;
        }
        return failOn.exitCode(all);
    }

    private static void text(LayoutReport report, Session session) {
        boolean first = true;
        for (CpuLayout cpu : report.cpus()) {
            if (!first) {
                session.out().println();
            }
            first = false;
            LayoutText.lines(cpu, session.catalog(), session.style()).forEach(session.out()::println);
        }
        FindingText.lines(report.findings(), "", session.style()).forEach(session.out()::println);
    }

    private static void draw(String file, List<CpuSources.Source> sources, int times, Session session) {
        // a picture of a source holds both formats
        List<CpuLayout> cpus = sources.stream().limit(sources.size() / times)
                .flatMap(source -> source.report().stream())
                .flatMap(report -> report.cpus().stream()).filter(cpu -> cpu.layout().isPresent()).toList();
        if (cpus.isEmpty()) {
            throw new Stop(ExitCode.BAD_INPUT, "--svg: there is no layout to draw");
        }
        OutputFiles.write(file,
                PictureSvg.document(LayoutPicture.of(cpus, session.catalog(), LayoutPicture.WIDTH)));
    }
}
