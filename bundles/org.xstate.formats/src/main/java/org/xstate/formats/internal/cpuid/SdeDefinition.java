package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CPUID definition of the Intel SDE: {@code 0000000d 00000001 => eax ebx ecx edx}. Eight asterisks for the sub-leaf
 * mean every one that is not listed; a hash begins a comment.
 */
final class SdeDefinition implements CpuidTextFormat {

    private static final String WORD = "([0-9a-fA-F]{8})";

    @Override
    public String name() {
        return "Intel SDE definition";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("=>");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern data = Pattern
                .compile("\\s*" + WORD + "\\s+(?:" + WORD + "|\\*{8})\\s*=>\\s*" + WORD + "\\s+" + WORD
                        + "\\s+" + WORD + "\\s+" + WORD + "\\s*(?:#.*)?");
        Pattern like = Pattern.compile("\\s*[0-9a-fA-F]{8}\\s.*=>.*");
        return (number, line) -> {
            if (!line.contains("=>")) {
                return Kind.OTHER;
            }
            Matcher matcher = data.matcher(line);
            if (!matcher.matches()) {
                return like.matcher(line).matches()
                        ? parts.defect(number, line, "a definition has leaf, sub-leaf and four registers")
                        : Kind.OTHER;
            }
            int leaf = Hex.word(matcher, 1);
            if (matcher.group(2) == null) {
                OptionalInt none = OptionalInt.empty();
                parts.forLine(leaf, none).putAnySubleaf(number, leaf, Hex.registers(matcher, 3));
            } else {
                OptionalInt subleaf = OptionalInt.of(Hex.word(matcher, 2));
                parts.forLine(leaf, subleaf).put(number, leaf, subleaf, Hex.registers(matcher, 3));
            }
            return Kind.DATA;
        };
    }
}
