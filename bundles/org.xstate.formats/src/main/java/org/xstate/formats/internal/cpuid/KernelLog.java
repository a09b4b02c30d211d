package org.xstate.formats.internal.cpuid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;

/**
 * The x86/fpu lines of a Linux boot log. They give sizes, the enabled components, and offsets in the format that the
 * kernel uses: those of the compacted format are not CPUID's, so no leaf DH is made of them.
 */
final class KernelLog implements CpuidTextFormat {

    @Override
    public String name() {
        return "Linux boot log";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("x86/fpu: ") || text.contains("xsave: enabled xstate_bv");
    }

    @Override
    public LineReader reader(Parts parts) {
        return new Reader(parts);
    }

    /** A component as logged. Kernels up to 4.4 print four hexadecimal digits, later ones decimal numbers. */
    private record Logged(String offset, String size) {
        boolean isHex() {
            return isPadded(offset) || isPadded(size);
        }

        private static boolean isPadded(String number) {
            return number.length() == 4 && number.startsWith("0") || number.matches(".*[a-f].*");
        }
    }

    private static final class Reader implements LineReader {
        private final Pattern component = Pattern
                .compile(
                        "x86/fpu: xstate_offset\\[(\\d+)\\]:\\s*([0-9a-f]+), xstate_sizes\\[\\1\\]:\\s*([0-9a-f]+)");
        private final Pattern enabled = Pattern
                .compile("x86/fpu: Enabled xstate features 0x([0-9a-f]{1,16}), context "
                        + "size is (0x[0-9a-f]{1,8}|\\d{1,9}) bytes(?:, using '(\\w+)' format)?");
        private final Pattern enabledBefore = Pattern
                .compile("xsave: enabled xstate_bv 0x([0-9a-f]{1,16}), cntxt size "
                        + "(0x[0-9a-f]{1,8})(?:\\s+using (\\w+) form)?");
        private final Map<Integer, Logged> logged = new TreeMap<>();
        private final Parts parts;
        private OptionalInt first = OptionalInt.empty();

        Reader(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Kind line(int number, String line) {
            Matcher matcher = component.matcher(line);
            if (matcher.find()) {
                return component(number, line, matcher);
            }
            matcher = enabled.matcher(line);
            if (matcher.find() || (matcher = enabledBefore.matcher(line)).find()) {
                enabled(number, matcher);
                return Kind.DATA;
            }
            return line.contains("xstate_offset[") || line.contains("Enabled xstate features")
                    ? parts.defect(number, line, "the kernel's line about extended state is cut or altered")
                    : Kind.OTHER;
        }

        private Kind component(int number, String line, Matcher matcher) {
            if (matcher.group(1).length() > 2 || matcher.group(2).length() > 7
                    || matcher.group(3).length() > 7) {
                return parts.defect(number, line, "component, offset or size is out of range");
            }
            logged.put(Integer.parseInt(matcher.group(1)), new Logged(matcher.group(2), matcher.group(3)));
            if (first.isEmpty()) {
                first = OptionalInt.of(number);
            }
            return Kind.DATA;
        }

        private void enabled(int number, Matcher matcher) {
            long mask = Long.parseUnsignedLong(matcher.group(1), 16);
            long size = size(matcher.group(2));
            String format = matcher.group(3) == null ? "standard" : matcher.group(3);
            String where = first.isPresent()
                    ? "lines %d to %d".formatted(first.getAsInt(), number)
                    : "line " + number;
            boolean compacted = format.startsWith("compact");
            String offsets = compacted
                    ? "The offsets are those of the compacted format, which follow from the sizes; CPUID's standard offsets "
                            + "are not in the log"
                    : "The offsets are those of the standard format, as CPUID gives them";
            Part part = parts.beginUnnamed();
            part.finding(Finding.note("linux-boot-log-only",
                    "the kernel enabled the components 0x%x in a %s area of %d bytes%s. %s; leaf DH itself is not in the log"
                            .formatted(mask, format, size, components(), offsets))
                    .at(where).value("xfeatures", mask).value("size", size)
                    .remedy("record leaf DH with cpuid -r, or choose a CPU profile"));
            int end = lastByte();
            if (end > 0 && end != size) {
                part.finding(Finding.warning("linux-boot-log-size",
                        "the logged components end at %d, but the context size is %d: the log is incomplete or components "
                                .formatted(end, size) + "are enabled that it does not list")
                        .at(where));
            }
            logged.clear();
            first = OptionalInt.empty();
        }

        private static long size(String number) {
            return number.startsWith("0x") ? Long.parseLong(number.substring(2), 16) : Long.parseLong(number);
        }

        private String components() {
            List<String> list = new ArrayList<>();
            logged.forEach((number, entry) -> list
                    .add("%d: %d bytes at %d".formatted(number, value(entry.size), value(entry.offset))));
            return list.isEmpty() ? "" : " (component " + String.join(", ", list) + ")";
        }

        private int lastByte() {
            return logged.values().stream().mapToInt(entry -> value(entry.offset) + value(entry.size)).max()
                    .orElse(0);
        }

        private int value(String digits) {
            boolean hex = logged.values().stream().anyMatch(Logged::isHex);
            return Integer.parseInt(digits, hex ? 16 : 10);
        }

        @Override
        public void end() {
            if (!logged.isEmpty()) {
                parts.beginUnnamed().finding(Finding.warning("linux-boot-log-size",
                        "the line with the enabled features and their format is missing%s: whether the offsets are those of "
                                .formatted(components())
                                + "the standard or of the compacted format is not known")
                        .at("line " + first.orElseThrow()));
            }
        }
    }
}
