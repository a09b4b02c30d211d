package org.xstate.formats.cpuid;

import java.util.List;

import org.xstate.layout.cpuid.CpuidDump;

/** Writes CPUID output as {@code cpuid -r} prints it, which {@link CpuidTexts} and other tools read. */
public final class CpuidDumpText {

    private CpuidDumpText() {
    }

    /** Each CPU under its label, every leaf and sub-leaf on a line of its own. */
    public static String of(List<CpuidDump> dumps) {
        StringBuilder text = new StringBuilder();
        for (CpuidDump dump : dumps) {
            text.append(dump.label()).append(":\n");
            dump.table().entries().forEach((key, registers) -> text
                    .append("   0x%08x 0x%02x: eax=0x%08x ebx=0x%08x ecx=0x%08x edx=0x%08x\n".formatted(
                            key.leaf(), key.subleaf(), registers.eax(), registers.ebx(), registers.ecx(),
                            registers.edx())));
        }
        return text.toString();
    }
}
