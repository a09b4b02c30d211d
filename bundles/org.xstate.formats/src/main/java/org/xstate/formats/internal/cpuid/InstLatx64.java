package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of the form {@code CPUID 0000000D: ...-...-...-... [SL 00]}: AIDA64's CPUID dump, and through it the InstLatx64
 * collection, libcpuid's files of several CPUs and the logs of pytorch's cpuinfo. Older ones lack the colon, the sub-leaf
 * or the heading; some separate the registers by spaces.
 */
final class InstLatx64 implements CpuidTextFormat {

    private static final String WORD = "(?:0x)?([0-9a-f]{8})h?";
    private static final String GAP = "[-:,\\s]\\s*";

    @Override
    public String name() {
        return "InstLatx64";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("CPUID") || text.contains("cpuid");
    }

    @Override
    public LineReader reader(Parts parts) {
        return new Reader(parts);
    }

    private static final class Reader implements LineReader {
        private final Pattern data = Pattern
                .compile("\\s*CPUID:?\\s+" + WORD + "\\s*[:\\s-]\\s*" + WORD + GAP + WORD
                        + GAP + WORD + GAP + WORD + "(?![0-9a-f])(.*)", Pattern.CASE_INSENSITIVE);
        private final Pattern like = Pattern.compile("\\s*CPUID:?\\s+(?:0x)?[0-9a-f]{6,}h?(?:[^0-9a-z].*)?",
                Pattern.CASE_INSENSITIVE);
        private final Pattern tag = Pattern.compile("[\\[(]\\s*SL\\b\\s*([^\\])]*)[\\])]?",
                Pattern.CASE_INSENSITIVE);
        private final Pattern subleaf = Pattern.compile("(?:0x)?([0-9a-f]{1,8})h?", Pattern.CASE_INSENSITIVE);
        private final Pattern section = Pattern.compile("\\s*-{2,}\\s*\\[\\s*(.*?)\\s*\\]\\s*-*\\s*");
        private final Pattern heading = Pattern.compile("\\s*((?:Logical )?CPU ?# ?\\d+)(?:[\\s:].*)?",
                Pattern.CASE_INSENSITIVE);
        private final Parts parts;

        Reader(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Kind line(int number, String line) {
            if (line.isBlank()) {
                return Kind.OTHER;
            }
            Matcher matcher = data.matcher(line);
            if (!matcher.matches()) {
                if (like.matcher(line).matches()) {
                    return parts.defect(number, line,
                            "a CPUID line has a leaf and four registers of 8 hex digits");
                }
                heading(line);
                return Kind.OTHER;
            }
            OptionalInt subleafNumber = OptionalInt.empty();
            Matcher tagged = tag.matcher(matcher.group(6));
            if (tagged.find()) {
                Matcher value = subleaf.matcher(tagged.group(1).strip());
                if (!value.matches()) {
                    return parts.defect(number, line, "the sub-leaf is not a hexadecimal number");
                }
                subleafNumber = OptionalInt.of(Hex.word(value, 1));
            }
            int leaf = Hex.word(matcher, 1);
            parts.forLine(leaf, subleafNumber).put(number, leaf, subleafNumber, Hex.registers(matcher, 2));
            return Kind.DATA;
        }

        private void heading(String line) {
            Matcher sectionOf = section.matcher(line);
            if (sectionOf.matches()) {
                String title = sectionOf.group(1);
                if (title.contains("CPU #") && !title.startsWith("MSR")) {
                    parts.begin(title.replaceFirst("^CPUID Registers */ *", ""));
                } else {
                    parts.end();
                }
                return;
            }
            Matcher head = heading.matcher(line);
            if (head.matches()) {
                parts.begin(head.group(1));
            }
        }
    }
}
