package org.xstate.formats.internal.cpuid;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidRegisters;

/**
 * The raw form of libcpuid: arrays of leaves, {@code basic_cpuid[13]=...}, indexes decimal. Of leaf DH it has sub-leaf 0
 * only. What follows a line of dashes is libcpuid's own decoding.
 */
final class LibcpuidRaw implements CpuidTextFormat {

    /** The arrays whose index is a sub-leaf, and their leaf. */
    private static final Map<String, Integer> BY_SUBLEAF = Map.of("intel_fn4", 0x4, "intel_fn11", 0xb,
            "intel_fn12h", 0x12, "intel_fn14h", 0x14, "amd_fn8000001dh", 0x8000001d, "amd_fn80000026h",
            0x80000026);

    @Override
    public String name() {
        return "libcpuid raw";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("_cpuid[") || text.contains("intel_fn") || text.contains("amd_fn");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern data = Pattern
                .compile("\\s*(\\w+)\\[(\\d{1,3})\\]\\s*=\\s*([0-9a-fA-F]{8})\\s+([0-9a-fA-F]{8})\\s+"
                        + "([0-9a-fA-F]{8})\\s+([0-9a-fA-F]{8})\\s*");
        Pattern heading = Pattern.compile("\\s*_{2,}\\s*(\\S.*?)\\s*_{2,}\\s*");
        Pattern like = Pattern.compile("\\s*(?:basic_cpuid|ext_cpuid|intel_fn\\w+|amd_fn\\w+)\\[.*");
        return (number, line) -> {
            Matcher matcher = data.matcher(line);
            if (!matcher.matches()) {
                Matcher head = heading.matcher(line);
                if (head.matches()) {
                    parts.begin(head.group(1));
                }
                return like.matcher(line).matches()
                        ? parts.defect(number, line, "an array element has an index and four registers")
                        : Kind.OTHER;
            }
            int index = Integer.parseInt(matcher.group(2));
            CpuidRegisters registers = Hex.registers(matcher, 3);
            String array = matcher.group(1);
            if (array.equals("basic_cpuid")) {
                basic(parts, number, index, registers);
            } else if (array.equals("ext_cpuid")) {
                parts.currentOrUnnamed().put(number, 0x8000_0000 + index, OptionalInt.of(0), registers);
            } else if (BY_SUBLEAF.containsKey(array)) {
                parts.currentOrUnnamed().put(number, BY_SUBLEAF.get(array), OptionalInt.of(index), registers);
            } else {
                return Kind.OTHER;
            }
            return Kind.DATA;
        };
    }

    private static void basic(Parts parts, int line, int leaf, CpuidRegisters registers) {
        Part part = parts.forLine(leaf, OptionalInt.of(0));
        part.put(line, leaf, OptionalInt.of(0), registers);
        if (leaf == 0xd && !registers.isZero() && part.highestLeaf() >= 0xd) {
            part.finding(Finding.note("cpuid-format-without-subleaves",
                    "libcpuid's raw form holds sub-leaf 0 of leaf DH only: sizes and offsets of components are not in it")
                    .at("line " + line)
                    .remedy("record the CPU with a tool that prints sub-leaves, for example cpuid -r"));
        }
    }
}
