package org.xstate.cli.internal;

import java.util.List;

import org.xstate.cli.ExitCode;
import org.xstate.formats.cpuid.CpuidDumpText;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpuid.CpuidDump;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate cpus dump NAME}. */
final class CpusDumpCommand {

    CommandSpec spec() {
        CommandSpec spec = Options.spec("dump",
                "Prints what CPUID reports on a known CPU or on this machine, as cpuid -r does: to be kept, or read with "
                        + "--cpuid elsewhere.",
                Options.operand(0, "NAME", "A known CPU, or host for every CPU of this machine."));
        spec.usageMessage().footer("", "next: xstate cpus dump host > dump.txt");
        return spec;
    }

    int run(ParseResult parsed, Session session) {
        String name = parsed.matchedPositionalValue(0, "");
        session.out().print(CpuidDumpText.of(dumps(name)));
        return ExitCode.CLEAN;
    }

    private static List<CpuidDump> dumps(String name) {
        if (name.equals("host")) {
            return CpuSources.host().dumps();
        }
        CpuProfile profile = CpuSources.profile(name);
        return List.of(new CpuidDump("CPU 0", profile.table(), List.of()));
    }
}
