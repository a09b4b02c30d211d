package org.xstate.formats.internal.cpuid;

import java.util.regex.Matcher;

import org.xstate.layout.cpuid.CpuidRegisters;

/** Hexadecimal groups of a matched line. */
final class Hex {

    private Hex() {
    }

    /** A group of one to eight hexadecimal digits, 32 bits. */
    static int word(Matcher matcher, int group) {
        return Integer.parseUnsignedInt(matcher.group(group), 16);
    }

    /** Four groups from {@code first}, in the order EAX EBX ECX EDX. */
    static CpuidRegisters registers(Matcher matcher, int first) {
        return new CpuidRegisters(word(matcher, first), word(matcher, first + 1), word(matcher, first + 2),
                word(matcher, first + 3));
    }
}
