package org.xstate.cli.internal;

import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate shell}, as far as it is described here: the launcher starts it, because it needs a framework. */
final class ShellCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("shell",
                "Reads commands from standard input and runs them, in a framework with all plugins.");
        spec.usageMessage().footer("",
                "Every command is there by its name, the Gogo shell's own too (lb, cd, grep); help lists ours.",
                "exit: ends it; its code is that of the last command.",
                "next: echo 'layout --cpu zen3 | grep XCR0' | xstate shell");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        throw new Stop(ExitCode.USAGE, "shell: this is a shell already");
    }
}
