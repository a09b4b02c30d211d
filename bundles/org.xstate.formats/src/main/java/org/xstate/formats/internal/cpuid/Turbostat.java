package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;

/** The head of turbostat's output: {@code CPUID(0): GenuineIntel 0x16 CPUID levels}. It has leaf 0 and no leaf DH. */
final class Turbostat implements CpuidTextFormat {

    @Override
    public String name() {
        return "turbostat";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("CPUID(0):");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern leaf0 = Pattern
                .compile("\\s*CPUID\\(0\\):\\s*(\\S+)\\s+(0x[0-9a-fA-F]{1,6}|\\d{1,6})\\s+CPUID levels.*");
        return (number, line) -> {
            Matcher matcher = leaf0.matcher(line);
            if (!matcher.matches()) {
                return line.contains("CPUID(0):")
                        ? parts.defect(number, line, "turbostat prints vendor and number of CPUID levels")
                        : Kind.OTHER;
            }
            Part part = parts.beginUnnamed();
            VendorString.leaf0(Integer.decode(levels(matcher.group(2))), matcher.group(1))
                    .ifPresent(registers -> part.put(number, 0, OptionalInt.of(0), registers));
            part.finding(Finding.note("cpuid-format-without-leaf-d",
                    "turbostat prints the vendor and the highest leaf; leaf DH is not in its output")
                    .at("line " + number)
                    .remedy("record leaf DH with cpuid -r, or choose a CPU profile"));
            return Kind.DATA;
        };
    }

    /** Without 0x the number is decimal, also with a leading zero. */
    private static String levels(String number) {
        return number.startsWith("0x") ? number : number.replaceFirst("^0+(?=\\d)", "");
    }
}
