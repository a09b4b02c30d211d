package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidRegisters;

/** {@code xen-cpuid -p}: policies of a Xen host, CPUID leaves and MSRs. Sub-leaf ffffffff stands for a leaf without any. */
final class XenCpuid implements CpuidTextFormat {

    private static final int NO_SUBLEAF = -1;
    private static final String WORD = "([0-9a-fA-F]{8})";

    @Override
    public String name() {
        return "xen-cpuid";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains(" -> ");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern heading = Pattern.compile("\\s*(?:\\(XEN\\)\\s+)?(\\S.*?policy)\\s*:\\s*\\d+ leaves.*");
        Pattern data = Pattern
                .compile("(?:^|\\s)" + WORD + ":" + WORD + " -> " + WORD + ":" + WORD + ":" + WORD + ":"
                        + WORD + "\\s*$");
        Pattern like = Pattern.compile("(?:^|\\s)[0-9a-fA-F]{8}:\\S* -> ");
        return (number, line) -> {
            Matcher matcher = data.matcher(line);
            if (matcher.find()) {
                data(parts, number, matcher);
                return Kind.DATA;
            }
            if (like.matcher(line).find()) {
                return parts.defect(number, line,
                        "a line of xen-cpuid has leaf, sub-leaf and four registers");
            }
            Matcher head = heading.matcher(line);
            if (head.matches()) {
                parts.begin(head.group(1));
            }
            return Kind.OTHER;
        };
    }

    private static void data(Parts parts, int line, Matcher matcher) {
        int leaf = Hex.word(matcher, 1);
        int subleaf = Hex.word(matcher, 2);
        OptionalInt known = OptionalInt.of(subleaf == NO_SUBLEAF ? 0 : subleaf);
        CpuidRegisters registers = Hex.registers(matcher, 3);
        Part part = parts.forLine(leaf, known);
        part.put(line, leaf, known, registers);
        if (leaf == 0xd && subleaf == 0 && registers.eax() != 0 && registers.ebx() == 0) {
            part.finding(Finding.note("xen-policy-dynamic-size",
                    "the policy holds 0 for the size of the enabled components (D.0 EBX, D.1 EBX): Xen computes it when the "
                            + "guest asks")
                    .at("line " + line));
        }
    }
}
