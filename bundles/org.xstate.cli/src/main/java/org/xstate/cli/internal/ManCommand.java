package org.xstate.cli.internal;

import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate man}. */
final class ManCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("man", "Prints the manual page, in the language of man(1).");
        spec.usageMessage().footer("", "read it: xstate man | man -l -");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        session.out().print(new ManPage(AllCommands.spec()).text());
        return ExitCode.CLEAN;
    }
}
