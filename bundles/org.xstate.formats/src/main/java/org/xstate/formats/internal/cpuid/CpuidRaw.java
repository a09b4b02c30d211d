package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code cpuid -r} prints (the tool of Todd Allen), one block for each CPU, or one under {@code CPU:} with {@code -1}. */
final class CpuidRaw implements CpuidTextFormat {

    private static final String WORD = "0x([0-9a-fA-F]{1,8})";

    @Override
    public String name() {
        return "cpuid -r";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("eax=0x");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern data = Pattern
                .compile("\\s*0x([0-9a-fA-F]{8})(?:\\s+" + WORD + ")?\\s*:\\s*eax=" + WORD + "\\s+ebx="
                        + WORD + "\\s+ecx=" + WORD + "\\s+edx=" + WORD + "\\s*");
        Pattern heading = Pattern.compile("\\s*(CPU(?:\\s+\\d+)?)\\s*:\\s*");
        return (number, line) -> {
            if (!line.contains("eax=")) {
                Matcher head = heading.matcher(line);
                if (head.matches()) {
                    parts.begin(head.group(1));
                }
                return Kind.OTHER;
            }
            Matcher matcher = data.matcher(line);
            if (!matcher.matches()) {
                return parts.defect(number, line, "a line of cpuid -r has leaf, sub-leaf and four registers");
            }
            OptionalInt subleaf = matcher.group(2) == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(Hex.word(matcher, 2));
            parts.forLine(Hex.word(matcher, 1), subleaf).put(number, Hex.word(matcher, 1), subleaf,
                    Hex.registers(matcher, 3));
            return Kind.DATA;
        };
    }
}
