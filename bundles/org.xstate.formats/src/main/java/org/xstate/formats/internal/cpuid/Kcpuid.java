package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code kcpuid -r} of the kernel tree: {@code 0x00000001: EAX=0x..., ...}; a leaf with sub-leaves is a line
 * {@code 0x0000000d: subleafs:} with a line for each below it, their numbers decimal.
 */
final class Kcpuid implements CpuidTextFormat {

    private static final String WORD = "0x([0-9a-fA-F]{1,8})";
    private static final String REGISTERS = "EAX=" + WORD + ",?\\s+EBX=" + WORD + ",?\\s+ECX=" + WORD
            + ",?\\s+EDX="
            + WORD + "\\s*";

    @Override
    public String name() {
        return "kcpuid -r";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("EAX=0x");
    }

    @Override
    public LineReader reader(Parts parts) {
        return new Reader(parts);
    }

    private static final class Reader implements LineReader {
        private final Pattern leafLine = Pattern.compile("\\s*0x([0-9a-fA-F]{8})\\s*:\\s*" + REGISTERS);
        private final Pattern heading = Pattern
                .compile("\\s*0x([0-9a-fA-F]{8})\\s*:\\s*(?:subleafs?|subleaves)\\s*:?\\s*");
        private final Pattern subleafLine = Pattern
                .compile("\\s*(?:subleaf\\s+)?(\\d{1,5})\\s*:\\s*" + REGISTERS);
        private final Parts parts;
        private OptionalInt leaf = OptionalInt.empty();

        Reader(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Kind line(int number, String line) {
            Matcher matcher = leafLine.matcher(line);
            if (matcher.matches()) {
                leaf = OptionalInt.of(Hex.word(matcher, 1));
                put(number, leaf.getAsInt(), 0, matcher);
                return Kind.DATA;
            }
            matcher = subleafLine.matcher(line);
            if (matcher.matches()) {
                if (leaf.isEmpty()) {
                    return parts.defect(number, line, "no line above names the leaf of this sub-leaf");
                }
                put(number, leaf.getAsInt(), Integer.parseInt(matcher.group(1)), matcher);
                return Kind.DATA;
            }
            matcher = heading.matcher(line);
            if (matcher.matches()) {
                leaf = OptionalInt.of(Hex.word(matcher, 1));
                return Kind.OTHER;
            }
            return line.contains("EAX=")
                    ? parts.defect(number, line,
                            "a line of kcpuid -r has a leaf or sub-leaf and four registers")
                    : Kind.OTHER;
        }

        private void put(int line, int leafNumber, int subleaf, Matcher matcher) {
            OptionalInt known = OptionalInt.of(subleaf);
            parts.forLine(leafNumber, known).put(line, leafNumber, known, Hex.registers(matcher, 2));
        }
    }
}
