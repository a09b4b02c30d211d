package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;

/**
 * A vmware.log: {@code hostCPUID level 0000000d, 1: 0x...} and {@code guestCPUID level ...}; lines
 * {@code CPUID[1] level ...} give what one CPU has different. The sub-leaf is taken as hexadecimal, as the leaf is.
 */
final class VmwareLog implements CpuidTextFormat {

    private static final String WORD = "0x([0-9a-fA-F]{1,8})";

    @Override
    public String name() {
        return "VMware log";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains(" level ");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern data = Pattern
                .compile("\\b(host|guest|CPUID\\[\\d+\\])(?:\\s*CPUID)?\\s+level\\s+([0-9a-fA-F]{8})\\s*,\\s*"
                        + "([0-9a-fA-F]{1,8})\\s*:\\s*" + WORD + "\\s+" + WORD + "\\s+" + WORD + "\\s+" + WORD
                        + "(?![0-9a-fA-F])");
        Pattern like = Pattern.compile("\\b(?:(?:host|guest)\\s*CPUID|CPUID\\[\\d+\\])\\s+level\\s");
        return (number, line) -> {
            if (!line.contains(" level ")) {
                return Kind.OTHER;
            }
            Matcher matcher = data.matcher(line);
            if (!matcher.find()) {
                return like.matcher(line).find()
                        ? parts.defect(number, line,
                                "a CPUID line of the log has level, sub-leaf and four registers")
                        : Kind.OTHER;
            }
            int leaf = Hex.word(matcher, 2);
            OptionalInt subleaf = OptionalInt.of(Hex.word(matcher, 3));
            Part part = parts.named(matcher.group(1), leaf, subleaf);
            part.put(number, leaf, subleaf, Hex.registers(matcher, 4));
            if (leaf == 0xd && matcher.group(3).matches("[1-9][0-9]")) {
                part.finding(Finding.note("cpuid-subleaf-base",
                        "sub-leaf %s of leaf DH was read as hexadecimal, component %d".formatted(
                                matcher.group(3),
                                subleaf.getAsInt()))
                        .at("line " + number));
            }
            return Kind.DATA;
        };
    }
}
