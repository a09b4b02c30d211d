package org.xstate.cli.internal;

import java.util.List;

import org.xstate.analysis.json.CpusJson;
import org.xstate.analysis.text.Table;
import org.xstate.api.FeatureCatalog;
import org.xstate.cli.ExitCode;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate cpus}, {@code xstate cpus diff} and {@code xstate cpus dump}. */
final class CpusCommand implements Command {

    private final CpusDiffCommand diff = new CpusDiffCommand();
    private final CpusDumpCommand dump = new CpusDumpCommand();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("cpus",
                "Lists the known CPU profiles; any of their names does for --cpu.",
                Options.flag("--json", "One JSON document (xstate/cpus/1)."));
        spec.addSubcommand("diff", diff.spec());
        spec.addSubcommand("dump", dump.spec());
        spec.usageMessage().footer("", "next: xstate cpus diff zen4 skylake-sp");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        if (parsed.hasSubcommand()) {
            ParseResult called = parsed.subcommand();
            return called.commandSpec().name().equals("dump")
                    ? dump.run(called, session)
                    : diff.run(called, session);
        }
        List<CpuProfile> profiles = CpuProfiles.all();
        if (Options.isSet(parsed, "--json")) {
            session.out().println(CpusJson.profiles(profiles, session.catalog()));
        } else {
            print(profiles, session);
        }
        return ExitCode.CLEAN;
    }

    private static void print(List<CpuProfile> profiles, Session session) {
        FeatureCatalog catalog = session.catalog();
        Table table = new Table("--cpu", "processor", ">XCR0", ">XSS", ">bytes", "up to");
        for (CpuProfile profile : profiles) {
            XsaveCpu cpu = profile.read(catalog).cpu().orElseThrow();
            // XFD is a mode of the same instructions
            List<String> names = cpu.features().names().stream().filter(name -> !name.equals("XFD")).toList();
            table.row(profile.id(), profile.name(), cpu.xcr0().toString(), cpu.xss().toString(),
                    "%,d".formatted(cpu.maxStandardSize().orElse(0)),
                    names.isEmpty() ? "none" : names.getLast());
        }
        table.lines("", session.style()).forEach(session.out()::println);
        session.out().println();
        session.out().println(
                "bytes: the standard format with everything enabled. Other names, for example milan or spr: "
                        + "xstate cpus --json");
    }
}
