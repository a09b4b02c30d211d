package org.xstate.cli.internal;

import java.util.List;

import org.xstate.api.XFeatureMask;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Declares and reads options, in the few shapes that the commands use. */
final class Options {

    private Options() {
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
    }

    /** @param shortName a second name: {@code -o} */
    static OptionSpec value(String name, String label, String description, String shortName) {
        return value(name, label, description).toBuilder().names(shortName, name).build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).arity("1")
                .description(description)
                .build();
    }

    static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).type(List.class).auxiliaryTypes(String.class)
                .arity("1")
                .description(description).build();
    }

    static PositionalParamSpec operand(int index, String label, String description) {
        return PositionalParamSpec.builder().index(Integer.toString(index)).paramLabel(label)
                .type(String.class)
                .arity("1").required(true).description(description).build();
    }

    /** @param least 0 or 1: how many have to be given */
    static PositionalParamSpec operands(String label, int least, String description) {
        return PositionalParamSpec.builder().index("0..*").paramLabel(label).type(List.class)
                .auxiliaryTypes(String.class).arity(least + "..*").required(least > 0)
                .description(description).build();
    }

    static CommandSpec spec(String name, String summary, ArgSpec... arguments) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(summary);
        for (ArgSpec argument : arguments) {
            spec.add(argument);
        }
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class).arity("0")
                .description("Show this help.").build());
        return spec;
    }

    static boolean isSet(ParseResult parsed, String option) {
        return parsed.matchedOptionValue(option, Boolean.FALSE);
    }

    static java.util.Optional<String> text(ParseResult parsed, String option) {
        return java.util.Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    static List<String> texts(ParseResult parsed, String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    static List<String> operands(ParseResult parsed) {
        return parsed.matchedPositionalValue(0, List.of());
    }

    static java.util.Optional<XFeatureMask> mask(ParseResult parsed, String option) {
        return text(parsed, option).map(value -> {
            try {
                return XFeatureMask.parse(value);
            } catch (NumberFormatException e) {
                throw new Stop(org.xstate.cli.ExitCode.USAGE, option + " " + value
                        + ": not a mask of 64 bits; write it in hexadecimal with 0x, or in decimal");
            }
        });
    }
}
