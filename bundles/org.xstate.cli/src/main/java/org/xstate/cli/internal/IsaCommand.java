package org.xstate.cli.internal;

import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate isa}: the instruction model against recordings and against the processor at hand. */
final class IsaCommand implements Command {

    private final IsaReplayCommand replay = new IsaReplayCommand();
    private final IsaSelfTestCommand selfTest = new IsaSelfTestCommand();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("isa",
                "Holds the model of the XSAVE instructions against recordings (replay) or against this machine's "
                        + "processor (selftest).");
        spec.addSubcommand("replay", replay.spec());
        spec.addSubcommand("selftest", selfTest.spec());
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        if (!parsed.hasSubcommand()) {
            throw new Stop(ExitCode.USAGE, "isa: say what to do: isa replay DIR, or isa selftest");
        }
        ParseResult sub = parsed.subcommand();
        return sub.commandSpec().name().equals("replay")
                ? replay.run(sub, session)
                : selfTest.run(sub, session);
    }
}
