package org.xstate.cli.internal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command. Options are declared in code rather than by annotations: scanning those costs more than the work itself. */
interface Command {

    /** Declares options and operands. */
    CommandSpec spec();

    /** Does the work and returns the exit code. */
    int run(ParseResult parsed, Session session);
}
