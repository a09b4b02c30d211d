package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.convert.Conversion;
import org.xstate.analysis.convert.ConversionRequest;
import org.xstate.analysis.convert.ConversionResult;
import org.xstate.analysis.convert.FieldSetting;
import org.xstate.analysis.convert.FieldSettings;
import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.json.ConvertJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.lint.Checks;
import org.xstate.analysis.lint.Lint;
import org.xstate.analysis.lint.LintTarget;
import org.xstate.analysis.lint.MxcsrZeroCheck;
import org.xstate.analysis.text.DiffText;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Style;
import org.xstate.analysis.text.Table;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.Severity;
import org.xstate.api.XFeatureMask;
import org.xstate.cli.ExitCode;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.layout.image.XsaveImage;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate convert}. */
final class ConvertCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("convert",
                "Rewrites an image: into the other format, for another CPU's layout, with fields changed. Writes a bare "
                        + "XSAVE area. Refuses, with exit code 12, what would lose state.",
                Options.operand(0, "FILE", "The image: core, signal frame, ptrace or KVM dump, raw image."));
        spec.add(Options.value("--to", "FORMAT", "standard or compacted; without: that of the source."));
        for (var option : CpuSources.options("The CPU whose layout the result gets")) {
            spec.add(option);
        }
        spec.add(Options.value("--xcr0", "MASK",
                "User components with a place in the result; without: all that the CPU "
                        + "enumerates (standard), those in use (compacted)."));
        spec.add(Options.value("--xss", "MASK",
                "Supervisor components with a place, in the compacted format."));
        spec.add(Options.value("--from-cpu", "NAME",
                "The known CPU that wrote the image, where the file itself does not tell."));
        spec.add(Images.thread());
        spec.add(Images.kind());
        spec.add(Options.values("--set", "FIELD=VALUE",
                "Change a field or register as decode names it (mxcsr, fcw, st0, xmm3, ymm3, ...); its "
                        + "component is in use afterwards. Decimal or 0x; vectors as big-endian hexadecimal."));
        spec.add(Options.values("--drop", "FEATURE",
                "Give up the state of a component; it is initial in the result."));
        spec.add(Options.flag("--lossy", "Give up whatever has no place in the result."));
        spec.add(Options.flag("--sw-mask",
                "Write the mask of the user components to byte 464, as core notes and KVM "
                        + "buffers have it; without: 0."));
        spec.add(Options.value("--output", "FILE", "Where to write.", "-o"));
        spec.add(Options.flag("--json", "One JSON document (xstate/convert/1)."));
        spec.usageMessage().footer("", "next: xstate diff FILE OUT        xstate lint OUT --cpu NAME");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        String file = parsed.matchedPositionalValue(0, "");
        String output = Options.text(parsed, "--output")
                .orElseThrow(() -> new Stop(ExitCode.USAGE, "convert: where to? give -o FILE"));
        try (Arena arena = Arena.ofConfined()) {
            DecodeReport report = Images.decode(file, Options.text(parsed, "--kind"),
                    writer(parsed, session), session, arena);
            DecodedThread thread = Images.only(report, parsed);
            ConversionRequest request = request(thread, parsed, session);
            String label = thread.resolved().record().label();
            return switch (Conversion.convert(thread.resolved(), request, session.catalog())) {
                case ConversionResult.Converted converted ->
                    done(file, label, output, doubts(thread, request, converted, session), parsed, session);
                case ConversionResult.Refused refused -> {
                    if (Options.isSet(parsed, "--json")) {
                        session.out().println(ConvertJson.refused(file, label, refused.findings()));
                    } else {
                        session.out().println(session.style().error("REFUSED") + "  nothing was written");
                        FindingText.lines(refused.findings(), "  ", session.style())
                                .forEach(session.out()::println);
                    }
                    yield ExitCode.FINDINGS;
                }
            };
        } catch (Stop stop) {
            if (Options.isSet(parsed, "--json")) {
                session.out().println(Json.object(document -> document.put("schema", "xstate/convert/1")
                        .put("source", file).put("error", stop.getMessage())));
            }
            throw stop;
        }
    }

    /** What is doubtful about the source is as doubtful in the result, except for an MXCSR that was given. */
    private static ConversionResult.Converted doubts(DecodedThread thread, ConversionRequest request,
            ConversionResult.Converted result, Session session) {
        boolean mxcsr = request.settings().stream().anyMatch(setting -> setting.name().equals("mxcsr"));
        List<Finding> all = new ArrayList<>(thread.findings());
        all.removeIf(finding -> mxcsr && finding.id().equals(MxcsrZeroCheck.ID));
        all.addAll(result.findings());
        if (!request.settings().isEmpty()) {
            all.addAll(refusedByRestore(request, result, session));
        }
        return new ConversionResult.Converted(result.image(), result.change(), all);
    }

    /** A field may be set to what no restore takes, to test one; the user should know it. */
    private static List<Finding> refusedByRestore(ConversionRequest request,
            ConversionResult.Converted result,
            Session session) {
        LintTarget target = request.cpu()
                .map(cpu -> LintTarget.of("the target", cpu, request.xcr0(), request.xss(),
                        session.catalog()))
                .orElse(LintTarget.NONE);
        ResolvedImage written = new ResolvedImage(
                ImageRecord.xsave("result", result.image().area(), XFeatureMask.NONE),
                Optional.of(result.image()),
                ResolvedImage.Origin.CPU, List.of());
        return new Lint(Checks.of(session.checks()).checks(), session.catalog(),
                target.target()).check("image", written).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.within("result"))
                .toList();
    }

    private static Optional<XsaveCpu> writer(ParseResult parsed, Session session) {
        return Options.text(parsed, "--from-cpu").map(
                name -> CpuSources.profile(name).read(session.catalog()).cpu().orElseThrow());
    }

    private static ConversionRequest request(DecodedThread thread, ParseResult parsed, Session session) {
        XsaveLayout.Format format = switch (Options.text(parsed, "--to").orElse("")) {
            case "standard" -> XsaveLayout.Format.STANDARD;
            case "compacted" -> XsaveLayout.Format.COMPACTED;
            case "" -> thread.resolved().image().map(image -> image.layout().format())
                    .orElse(XsaveLayout.Format.STANDARD);
            default -> throw new Stop(ExitCode.USAGE, "--to takes standard or compacted, not '"
                    + Options.text(parsed, "--to").orElse("") + "'");
        };
        return new ConversionRequest(format, CpuSources.single(parsed, session),
                Options.mask(parsed, "--xcr0"),
                Options.mask(parsed, "--xss"), settings(parsed, session.catalog()),
                drop(parsed, session.catalog()), Options.isSet(parsed, "--lossy"),
                Options.isSet(parsed, "--sw-mask"));
    }

    private static List<FieldSetting> settings(ParseResult parsed, FeatureCatalog catalog) {
        FieldSettings fields = new FieldSettings(catalog);
        List<FieldSetting> settings = new ArrayList<>();
        for (String text : Options.texts(parsed, "--set")) {
            switch (fields.parse(text)) {
                case FieldSettings.Parsed.Valid valid -> settings.add(valid.setting());
                case FieldSettings.Parsed.Invalid invalid ->
                    throw new Stop(ExitCode.USAGE, "--set: " + invalid.reason());
            }
        }
        return settings;
    }

    private static XFeatureMask drop(ParseResult parsed, FeatureCatalog catalog) {
        XFeatureMask mask = XFeatureMask.NONE;
        for (String name : Options.texts(parsed, "--drop")) {
            mask = mask.with(catalog.find(name)
                    .orElseThrow(() -> new Stop(ExitCode.USAGE,
                            "--drop " + name + ": no such xfeature; xstate features lists them"))
                    .descriptor().number());
        }
        return mask;
    }

    private static int done(String file, String label, String output, ConversionResult.Converted result,
            ParseResult parsed, Session session) {
        OutputFiles.write(output, result.image().area().toArray(ValueLayout.JAVA_BYTE));
        if (Options.isSet(parsed, "--json")) {
            session.out().println(ConvertJson.converted(file, label, output, result));
            return ExitCode.CLEAN;
        }
        XsaveImage image = result.image();
        Style style = session.style();
        session.out().println(
                "%s  %s, %,d bytes, XSTATE_BV %s  XCOMP_BV %s".formatted(style.good("WRITTEN"), output,
                        image.layout().size(), image.xstateBv(), image.xcompBv()));
        session.out().println("         %s, %s".formatted(label, result.change().sameMeaning()
                ? "every register keeps its value"
                : LintCommand.count(result.change().semantic().size(), "field") + " changed"));
        if (!result.change().sameMeaning()) {
            Table table = new Table("component", "field", "before", "after");
            result.change().semantic().forEach(f -> table.row(f.component(), f.field(),
                    DiffText.value(f, f.left(), session.catalog()),
                    DiffText.value(f, f.right(), session.catalog())));
            table.lines("  ", style).forEach(session.out()::println);
        }
        FindingText.lines(result.findings(), "  ", session.style()).forEach(session.out()::println);
        return ExitCode.CLEAN;
    }
}
