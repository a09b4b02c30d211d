package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.layout.cpuid.CpuidTable;

/**
 * A VirtualBox log: {@code Gst:} lines with leaf and sub-leaf, each with the host's answer to the same on the
 * {@code Hst:} line below it. Leaves that only the host has are given on the {@code Hst:} line.
 */
final class VirtualBoxLog implements CpuidTextFormat {

    @Override
    public String name() {
        return "VirtualBox log";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("Gst: ") || text.contains("Hst: ");
    }

    @Override
    public LineReader reader(Parts parts) {
        return new Reader(parts);
    }

    private static final class Reader implements LineReader {
        private final Pattern data = Pattern
                .compile("(?:^|\\s)(Gst|Hst):\\s+(?:([0-9a-f]{8})/([0-9a-f]{4,8})\\s+)?"
                        + "([0-9a-f]{8})\\s+([0-9a-f]{8})\\s+([0-9a-f]{8})\\s+([0-9a-f]{8})(?![0-9a-f])");
        private final Pattern like = Pattern.compile("(?:^|\\s)(?:Gst|Hst):\\s");
        private final Parts parts;
        private CpuidTable.Key above;

        Reader(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Kind line(int number, String line) {
            Matcher matcher = data.matcher(line);
            if (!matcher.find()) {
                return like.matcher(line).find()
                        ? parts.defect(number, line, "a Gst or Hst line has four registers")
                        : Kind.OTHER;
            }
            boolean guest = matcher.group(1).equals("Gst");
            CpuidTable.Key key = matcher.group(2) == null
                    ? above
                    : new CpuidTable.Key(Hex.word(matcher, 2), Hex.word(matcher, 3));
            above = guest ? key : null;
            if (key == null || guest && matcher.group(2) == null) {
                return parts.defect(number, line, guest
                        ? "the Gst line names no leaf"
                        : "the Hst line names no leaf and no Gst line that does stands above it");
            }
            OptionalInt subleaf = OptionalInt.of(key.subleaf());
            parts.named(guest ? "guest" : "host", key.leaf(), subleaf).put(number, key.leaf(), subleaf,
                    Hex.registers(matcher, 4));
            return Kind.DATA;
        }
    }
}
