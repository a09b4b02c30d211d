package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, written from the same declarations that parse the command line. */
final class ManPage {

    private static final List<String[]> EXIT_CODES = List.of(new String[]{"0", "Clean."},
            new String[]{"10", "A property is violated."},
            new String[]{"11", "A verdict is not the one that the scenario expects."},
            new String[]{"12", "Findings at or above --fail-on, or a replayed row or case differs."},
            new String[]{"13", "Undecided: a bound on states, memory or time was reached."},
            new String[]{"64", "The command line is wrong."},
            new String[]{"65", "An input cannot be understood."},
            new String[]{"66", "An input does not exist or cannot be read."},
            new String[]{"69", "No Java that will do, or no Maven to build a checkout with."},
            new String[]{"70", "A bug of the workbench."}, new String[]{"71", "A plugin failed."},
            new String[]{"73", "An output cannot be written."}, new String[]{"130", "Cancelled."});

    private final CommandSpec root;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandSpec root) {
        this.root = root;
    }

    String text() {
        line(".TH XSTATE 1 \"\" \"Xstate Workbench\" \"User Commands\"");
        section("NAME");
        line("xstate \\- x86 extended state: layouts, images, instructions, kernel models");
        section("SYNOPSIS");
        line(".B xstate");
        line("COMMAND [OPTION...] [FILE...]");
        section("DESCRIPTION");
        line(escape(
                "Lays out XSAVE areas from CPUID, decodes cores, signal frames and raw images, finds what would fault, "
                        + "models the XSAVE instructions bit by bit, and explores models of the kernel's use of them. Masks are written in hexadecimal with 0x, or in decimal."));
        section("OPTIONS");
        root.options().forEach(this::option);
        section("COMMANDS");
        root.subcommands().values().forEach(command -> command(command, "xstate"));
        section("EXIT STATUS");
        line("A code from 64 up wins over 10 to 13. With several inputs the highest code counts.");
        for (String[] code : EXIT_CODES) {
            line(".TP");
            line(".B " + code[0]);
            line(escape(code[1]));
        }
        section("ENVIRONMENT");
        item("JAVA_HOME", "The Java to run on, version 25 or later.");
        item("NO_COLOR", "If set, output has no colour.");
        item("XSTATE_JAVA_OPTIONS", "More options for the JVM.");
        section("FILES");
        item("dropins/", "Plugin jars in this folder beside the launcher are always loaded.");
        return text.toString();
    }

    private void command(CommandLine command, String parent) {
        CommandSpec spec = command.getCommandSpec();
        String name = parent + " " + spec.name();
        StringBuilder synopsis = new StringBuilder(name).append(" [OPTION...]");
        for (PositionalParamSpec operand : spec.positionalParameters()) {
            synopsis.append(' ').append(operand.paramLabel())
                    .append(operand.arity().isVariable() ? "..." : "");
        }
        line(".SS \"" + escape(synopsis.toString()) + "\"");
        for (String sentence : spec.usageMessage().description()) {
            line(escape(sentence));
        }
        spec.positionalParameters()
                .forEach(operand -> item(operand.paramLabel(), words(operand.description())));
        spec.options().stream().filter(option -> !option.usageHelp()).forEach(this::option);
        for (CommandLine sub : new ArrayList<>(command.getSubcommands().values())) {
            command(sub, name);
        }
    }

    private void option(OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        item(String.join(", ", option.names()) + label, words(option.description()));
    }

    private static String words(String[] description) {
        return String.join(" ", description);
    }

    private void item(String head, String body) {
        line(".TP");
        line("\\fB" + escape(head) + "\\fR");
        line(escape(body));
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void line(String content) {
        text.append(content).append('\n');
    }

    private static String escape(String content) {
        String escaped = content.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
