package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.image.ImagePicture;
import org.xstate.analysis.json.DecodeJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.text.DecodeText;
import org.xstate.cli.ExitCode;
import org.xstate.layout.cpu.XsaveCpu;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate decode}. */
final class DecodeCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("decode",
                "Shows every component of every thread or image in a file: core, signal frame, ptrace or KVM dump, raw "
                        + "image. A component that is in its initial configuration is shown as init, whatever its bytes say.",
                Options.operands("FILE", 1, "What to decode; several are decoded one after the other."));
        for (var option : CpuSources
                .options("The CPU that wrote the image, where the file itself does not tell")) {
            spec.add(option);
        }
        spec.add(Images.thread());
        spec.add(Images.kind());
        spec.add(Options.flag("--all", "Also fields that are zero, and long values in full."));
        spec.add(Options.value("--svg", "FILE",
                "Draw the image's area to scale, with what is in use, initial and stale; of one thread."));
        spec.add(Options.flag("--json", "One JSON document for each file (xstate/decode/1)."));
        spec.add(FailOn.option());
        spec.usageMessage().footer("", "next: xstate lint FILE        xstate decode FILE --thread 0 --all");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        FailOn failOn = FailOn.of(parsed);
        Optional<XsaveCpu> cpu = CpuSources.single(parsed, session);
        int code = ExitCode.CLEAN;
        boolean first = true;
        for (String file : Options.operands(parsed)) {
            if (!first && !Options.isSet(parsed, "--json")) {
                session.out().println();
            }
            first = false;
            code = Math.max(code, one(file, cpu, failOn, parsed, session));
        }
        return code;
    }

    private static int one(String file, Optional<XsaveCpu> cpu, FailOn failOn, ParseResult parsed,
            Session session) {
        boolean json = Options.isSet(parsed, "--json");
        try (Arena arena = Arena.ofConfined()) {
            DecodeReport whole = Images.decode(file, Options.text(parsed, "--kind"), cpu, session, arena);
            List<DecodedThread> threads = Images.select(whole, parsed);
            DecodeReport report = new DecodeReport(whole.source(), whole.container(), whole.about(), threads,
                    whole.findings());
            Options.text(parsed, "--svg").ifPresent(svg -> draw(svg, threads, session));
            if (json) {
                session.out().println(DecodeJson.document(report));
            } else {
                DecodeText.lines(report, threads, Options.isSet(parsed, "--all"), session.style())
                        .forEach(session.out()::println);
            }
            return failOn.exitCode(report.allFindings());
        } catch (Stop stop) {
            if (json) {
                session.out().println(Json.object(document -> document.put("schema", "xstate/decode/1")
                        .put("source", file).put("error", stop.getMessage())));
            }
            session.err().println("xstate: " + stop.getMessage());
            return stop.exitCode();
        }
    }

    private static void draw(String svg, List<DecodedThread> threads, Session session) {
        if (threads.size() != 1) {
            throw new Stop(ExitCode.USAGE,
                    "--svg draws one image, and there are %d; choose one with --thread N"
                            .formatted(threads.size()));
        }
        OutputFiles.write(svg,
                PictureSvg.document(ImagePicture.draw(threads.getFirst(), session.catalog())));
    }
}
