package org.xstate.cli.internal;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.image.EditText;
import org.xstate.analysis.image.FindingFix;
import org.xstate.analysis.image.ImageEdit;
import org.xstate.analysis.image.ImageEdits;
import org.xstate.analysis.image.ImageFile;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.ImageMapper;
import org.xstate.analysis.image.Patch;
import org.xstate.analysis.image.PatchText;
import org.xstate.analysis.json.EditJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.lint.Checks;
import org.xstate.analysis.lint.Lint;
import org.xstate.analysis.text.DiffText;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Table;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ReadResult;
import org.xstate.cli.ExitCode;
import org.xstate.formats.image.ImageReaders;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.ResolvedImage;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate edit}. */
final class EditCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("edit",
                "Changes an image where it lies: only the bytes of the change, the rest of the core, frame or dump stays as "
                        + "it is. Nothing moves; what needs another layout is convert's. First components are made initial, "
                        + "then marked, then bytes, then fields are set.",
                Options.operand(0, "FILE",
                        "What holds the image: core, signal frame, ptrace or KVM dump, raw image."));
        for (var option : CpuSources
                .options("The CPU that wrote the image, where the file itself does not tell")) {
            spec.add(option);
        }
        spec.add(Images.thread());
        spec.add(Images.kind());
        spec.add(Options.values("--set", "FIELD=VALUE",
                "Change a field or register as decode names it; its component is in use afterwards, its other fields "
                        + "are initial if it was not. Also xstate_bv, xcomp_bv, xfeatures, magic1, xstate_size, extended_size."));
        spec.add(Options.values("--init", "FEATURE",
                "Clear the component's bit in XSTATE_BV and write its initial bytes."));
        spec.add(Options.values("--in-use", "FEATURE",
                "Set the component's bit in XSTATE_BV: its bytes as they are become its value."));
        spec.add(Options.values("--not-in-use", "FEATURE",
                "Clear the component's bit in XSTATE_BV and leave its bytes, which no restore reads then."));
        spec.add(Options.values("--bytes", "OFFSET=HEX",
                "Write bytes, in memory order, at an offset from the image's first byte."));
        spec.add(Options.values("--fix", "ID",
                "Mend what the finding with this id is about, where there is one way to."));
        spec.add(Options.value("--save-patch", "FILE",
                "Also write what changed as text, to be made again with --patch; a backup of the desktop is such a text."));
        spec.add(Options.value("--patch", "FILE",
                "Make the changes of such a text, of any image of the file; alone."));
        spec.add(Options.value("--output", "FILE", "Write the whole file there; without: replace it.", "-o"));
        spec.add(Options.flag("--json", "One JSON document (xstate/edit/1)."));
        spec.usageMessage().footer("", "next: xstate decode FILE --thread N        xstate lint FILE");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        String file = parsed.matchedPositionalValue(0, "");
        try {
            return edit(file, parsed, session);
        } catch (Stop stop) {
            if (Options.isSet(parsed, "--json")) {
                session.out().println(Json.object(document -> document.put("schema", "xstate/edit/1")
                        .put("source", file).put("error", stop.getMessage())));
            }
            throw stop;
        }
    }

    private static int edit(String file, ParseResult parsed, Session session) {
        Optional<XsaveCpu> cpu = CpuSources.single(parsed, session);
        ImageFile container = open(file);
        Optional<String> patch = Options.text(parsed, "--patch");
        if (patch.isPresent()) {
            return patch(container, patch.get(), Options.text(parsed, "--output").orElse(file), session);
        }
        DecodedThread thread = Images.only(read(container, parsed, session, cpu), parsed);
        ResolvedImage before = thread.resolved();
        String label = before.record().label();
        OptionalLong place = container.place(before.record());
        if (place.isEmpty()) {
            throw new Stop(ExitCode.BAD_INPUT,
                    file + ": the bytes of " + label
                            + " are not the file's own; xstate convert writes them out");
        }
        List<ImageEdit> edits = edits(thread, parsed, session);
        String output = Options.text(parsed, "--output").orElse(file);
        return switch (ImageEdits.apply(before, edits, session.catalog())) {
            case ImageEdits.Outcome.Refused(String reason) -> {
                if (Options.isSet(parsed, "--json")) {
                    session.out().println(EditJson.refused(file, label, reason));
                } else {
                    session.out()
                            .println(session.style().error("REFUSED") + "  nothing was written: " + reason);
                }
                yield ExitCode.FINDINGS;
            }
            case ImageEdits.Outcome.Changed(List<Patch> patches) -> {
                // what it was is compared with what it becomes: the container's memory is about to change
                ResolvedImage old = before(file, parsed, session, cpu);
                container.apply(patches.stream().map(one -> one.moved(place.getAsLong())).toList());
                Options.text(parsed, "--save-patch")
                        .ifPresent(name -> OutputFiles.write(name, PatchText.write(container.changes())));
                save(container, output);
                DecodedThread now = Images.only(read(container, parsed, session, cpu), parsed);
                yield done(file, output, label, patches, old, now, place.getAsLong(), parsed, session);
            }
        };
    }

    private static int patch(ImageFile container, String name, String output, Session session) {
        String text = InputFiles.read(name, source -> new String(
                source.content().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
        List<Patch> patches = PatchText.read(text)
                .orElseThrow(() -> new Stop(ExitCode.BAD_INPUT, name + ": is not what --save-patch writes"));
        if (!container.fits(patches)) {
            session.out().println(session.style().error("REFUSED")
                    + "  nothing was written: the file has not the bytes that the changes replace");
            return ExitCode.FINDINGS;
        }
        container.apply(patches);
        save(container, output);
        session.out().println("%s  %s, %s changed".formatted(session.style().good("WRITTEN"), output,
                LintCommand.count(patches.stream().mapToInt(one -> one.after().length).sum(), "byte")));
        return ExitCode.CLEAN;
    }

    private static ImageFile open(String file) {
        try {
            return ImageFile.open(InputFiles.path(file));
        } catch (NoSuchFileException e) {
            throw new Stop(ExitCode.INPUT_MISSING, file + ": there is no such file");
        } catch (IOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, file + ": cannot be read: " + e.getMessage());
        }
    }

    private static ResolvedImage before(String file, ParseResult parsed, Session session,
            Optional<XsaveCpu> cpu) {
        return Images.only(read(open(file), parsed, session, cpu), parsed).resolved();
    }

    private static DecodeReport read(ImageFile container, ParseResult parsed, Session session,
            Optional<XsaveCpu> cpu) {
        String name = container.source().name();
        return switch (ImageReaders.read(container.source(), session.readers(),
                Options.text(parsed, "--kind"))) {
            case ReadResult.Container read -> DecodeReport.of(name, read, cpu, session.catalog());
            case ReadResult.Unusable unusable -> throw new Stop(ExitCode.BAD_INPUT,
                    name + ": " + unusable.findings().getFirst().message());
        };
    }

    private static List<ImageEdit> edits(DecodedThread thread, ParseResult parsed, Session session) {
        FeatureCatalog catalog = session.catalog();
        ImageMap map = ImageMapper.map(thread, catalog);
        List<ImageEdit> edits = new ArrayList<>();
        Options.texts(parsed, "--init")
                .forEach(name -> edits.add(new ImageEdit.Init(number(name, "--init", catalog))));
        Options.texts(parsed, "--in-use")
                .forEach(name -> edits.add(new ImageEdit.InUse(number(name, "--in-use", catalog))));
        Options.texts(parsed, "--not-in-use")
                .forEach(name -> edits.add(new ImageEdit.NotInUse(number(name, "--not-in-use", catalog))));
        Options.texts(parsed, "--bytes").forEach(text -> edits.add(bytes(text)));
        Options.texts(parsed, "--fix").forEach(id -> edits.addAll(fix(id, thread, map, session).edits()));
        EditText fields = new EditText(catalog);
        for (String text : Options.texts(parsed, "--set")) {
            switch (fields.parse(map, text)) {
                case EditText.Parsed.Valid valid -> edits.add(valid.edit());
                case EditText.Parsed.Invalid(String reason) ->
                    throw new Stop(ExitCode.USAGE, "--set: " + reason);
            }
        }
        if (edits.isEmpty()) {
            throw new Stop(ExitCode.USAGE,
                    "edit: change what? give --set, --init, --in-use, --not-in-use, --bytes or --fix");
        }
        return edits;
    }

    private static int number(String name, String option, FeatureCatalog catalog) {
        return catalog.find(name).map(provider -> provider.descriptor().number())
                .or(() -> name.matches("[0-9]|[1-5][0-9]|6[0-2]")
                        ? Optional.of(Integer.valueOf(name))
                        : Optional.empty())
                .orElseThrow(() -> new Stop(ExitCode.USAGE,
                        option + " " + name + ": no such xfeature; xstate features lists them"));
    }

    private static ImageEdit bytes(String text) {
        int equals = text.indexOf('=');
        String digits = text.substring(equals + 1);
        try {
            int offset = Integer.decode(text.substring(0, Math.max(equals, 0)));
            byte[] bytes = HexFormat.of().parseHex(digits);
            if (bytes.length > 0) {
                return new ImageEdit.Bytes(offset, bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, "--bytes " + text
                    + ": write OFFSET=HEX, two hexadecimal digits for each byte, the offset decimal or with 0x");
        }
        throw new Stop(ExitCode.USAGE, "--bytes " + text + ": which bytes?");
    }

    private static FindingFix fix(String id, DecodedThread thread, ImageMap map, Session session) {
        List<Finding> findings = new ArrayList<>(thread.findings());
        findings.addAll(new Lint(Checks.of(session.checks()).checks(), session.catalog(), Optional.empty())
                .check("core", thread.resolved()));
        return findings.stream().filter(finding -> finding.id().equals(id))
                .flatMap(finding -> FindingFix.of(finding, map, session.catalog()).stream()).findFirst()
                .orElseThrow(() -> new Stop(ExitCode.USAGE, "--fix " + id
                        + ": there is no such finding, or no one way to mend it; xstate lint tells what there is"));
    }

    private static void save(ImageFile container, String output) {
        try {
            container.save(Path.of(output));
        } catch (IOException e) {
            throw new Stop(ExitCode.CANNOT_WRITE, output + ": cannot be written: " + e.getMessage());
        }
    }

    private static int done(String file, String output, String label, List<Patch> patches,
            ResolvedImage before,
            DecodedThread now, long place, ParseResult parsed, Session session) {
        ImageDiff change = ImageDiff.between(before, now.resolved(), session.catalog()).orElseThrow();
        if (Options.isSet(parsed, "--json")) {
            session.out()
                    .println(EditJson.written(file, label, output, place, patches, change, now.findings()));
            return ExitCode.CLEAN;
        }
        int bytes = patches.stream().mapToInt(patch -> patch.after().length).sum();
        session.out().println("%s  %s, %s of %s changed%s".formatted(session.style().good("WRITTEN"), output,
                LintCommand.count(bytes, "byte"), label, patches.isEmpty()
                        ? ""
                        : ", the first at byte %,d of the file"
                                .formatted(place + patches.getFirst().offset())));
        if (!change.sameMeaning()) {
            Table table = new Table("component", "field", "before", "after");
            change.semantic().forEach(f -> table.row(f.component(), f.field(),
                    DiffText.value(f, f.left(), session.catalog()),
                    DiffText.value(f, f.right(), session.catalog())));
            table.lines("  ", session.style()).forEach(session.out()::println);
        }
        FindingText.lines(now.findings(), "  ", session.style()).forEach(session.out()::println);
        return ExitCode.CLEAN;
    }
}
