package org.xstate.cli.internal;

import java.util.Collection;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.Severity;
import org.xstate.cli.ExitCode;
import org.xstate.layout.image.DecodedImage;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --fail-on}: from which severity on findings decide the exit code. @param least empty for never */
record FailOn(Optional<Severity> least) {

    static OptionSpec option() {
        return Options.value("--fail-on", "LEVEL",
                "Exit with 12 if there is a finding of this severity or a higher one: error (the default), "
                        + "warning, note, or never.");
    }

    static FailOn of(ParseResult parsed) {
        return switch (Options.text(parsed, "--fail-on").orElse("error")) {
            case "error" -> new FailOn(Optional.of(Severity.ERROR));
            case "warning" -> new FailOn(Optional.of(Severity.WARNING));
            case "note" -> new FailOn(Optional.of(Severity.NOTE));
            case "never" -> new FailOn(Optional.empty());
            default -> throw new Stop(ExitCode.USAGE, "--fail-on takes error, warning, note or never, not '"
                    + Options.text(parsed, "--fail-on").orElse("") + "'");
        };
    }

    /** A plugin that failed counts whatever the option says: the result is incomplete. */
    int exitCode(Collection<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.id().equals(DecodedImage.PLUGIN_FAILED))) {
            return ExitCode.PLUGIN_FAILED;
        }
        boolean fails = least.isPresent()
                && findings.stream().anyMatch(finding -> finding.severity().compareTo(least.get()) >= 0);
        return fails ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
