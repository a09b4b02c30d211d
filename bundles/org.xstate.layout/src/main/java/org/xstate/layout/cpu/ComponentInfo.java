package org.xstate.layout.cpu;

import org.xstate.layout.cpuid.CpuidRegisters;

/**
 * One component as a CPU describes it in CPUID.(EAX=0DH,ECX=i).
 *
 * @param number     i, 0 to 62
 * @param size       bytes (EAX)
 * @param offset     bytes from the start of a standard-format area (EBX); 0 and meaningless for a supervisor component
 * @param supervisor switched by IA32_XSS rather than XCR0 (ECX[0])
 * @param align64    starts at a multiple of 64 bytes in the compacted format (ECX[1])
 * @param xfd        can be disabled by IA32_XFD (ECX[2])
 */
public record ComponentInfo(int number, int size, int offset, boolean supervisor, boolean align64,
        boolean xfd) {

    /** Bytes. The largest component known, XTILEDATA, has 8192; more than this is damaged input. */
    public static final int LARGEST_SIZE = 1 << 16;
    /** Bytes. No area of any known CPU comes near; what ends beyond is damaged input. */
    public static final int LARGEST_END = 1 << 24;

    /** x87 and SSE have no sub-leaf of their own: their place in the legacy region is architectural. */
    public static final ComponentInfo X87 = new ComponentInfo(0, 160, 0, false, false, false);
    /** See {@link #X87}. */
    public static final ComponentInfo SSE = new ComponentInfo(1, 256, 160, false, false, false);

    /** Reads sub-leaf {@code number}. */
    public static ComponentInfo of(int number, CpuidRegisters registers) {
        return new ComponentInfo(number, registers.eax(), registers.ebx(), (registers.ecx() & 1) != 0,
                (registers.ecx() & 2) != 0, (registers.ecx() & 4) != 0);
    }

    /** Whether size and place can be those of a component at all; if not, nothing can be computed with them. */
    public boolean plausible() {
        return size > 0 && size <= LARGEST_SIZE && offset >= 0 && end() <= LARGEST_END;
    }

    /** First byte after the component in the standard format. */
    public long end() {
        return (long) offset + size;
    }
}
