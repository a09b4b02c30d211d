package org.xstate.isa.host.internal;

import java.util.function.Predicate;

import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * Asks a processor for every leaf and sub-leaf that it enumerates (SDM volume 2, CPUID; AMD64 APM volume 3, appendix
 * E). A leaf that ends its own list (4, BH, ...) is read up to the entry before the end mark.
 */
final class CpuidSweep {

    /** One execution of CPUID. */
    @FunctionalInterface
    interface Source {
        CpuidRegisters cpuid(int leaf, int subleaf);
    }

    /** First leaves of the ranges: basic, hypervisor, extended, Transmeta, Centaur and Zhaoxin. */
    private static final int[] RANGES = {0, 0x40000000, 0x80000000, 0x80860000, 0xc0000000};
    /** A range or a list that claims more is not believed. */
    private static final int LONGEST = 0x100;

    private final Source source;
    private final CpuidTable.Builder table = CpuidTable.builder();

    private CpuidSweep(Source source) {
        this.source = source;
    }

    static CpuidTable of(Source source) {
        CpuidSweep sweep = new CpuidSweep(source);
        for (int first : RANGES) {
            sweep.range(first);
        }
        return sweep.table.build();
    }

    /**
     * A processor without a range answers with something else, on Intel with the highest basic leaf: only a highest
     * leaf inside the range counts.
     */
    private void range(int first) {
        CpuidRegisters head = source.cpuid(first, 0);
        int count = head.eax() - first;
        boolean hypervisorHidden = first == 0x40000000 && (source.cpuid(1, 0).ecx() >>> 31 & 1) == 0;
        if (count < 0 || count >= LONGEST || hypervisorHidden) {
            return;
        }
        for (int leaf = first; leaf <= first + count; leaf++) {
            leaf(leaf);
        }
    }

    private void leaf(int leaf) {
        CpuidRegisters zero = put(leaf, 0);
        switch (leaf) {
            case 4, 0x8000001d -> until(leaf, r -> (r.eax() & 0x1f) == 0);
            case 7, 0x14, 0x17, 0x18, 0x1d, 0x1e, 0x20, 0x24, 0x29 -> upTo(leaf, zero.eax());
            case 0xb, 0x1f, 0x80000026 -> until(leaf, r -> (r.ecx() >>> 8 & 0xff) == 0);
            case 0xd -> stateComponents(zero);
            case 0xf -> listed(leaf, Integer.toUnsignedLong(zero.edx()));
            case 0x10, 0x80000020 -> listed(leaf, Integer.toUnsignedLong(zero.ebx()));
            case 0x12 -> enclaves(zero);
            case 0x1b -> until(leaf, r -> (r.eax() & 0xfff) == 0);
            case 0x23 -> listed(leaf, Integer.toUnsignedLong(zero.eax()));
            default -> {
                // a leaf without sub-leaves
            }
        }
    }

    /** Sub-leaf 1 always, then those whose bit is set in what XCR0 and IA32_XSS may hold. */
    private void stateComponents(CpuidRegisters zero) {
        CpuidRegisters one = put(0xd, 1);
        long components = (long) (zero.edx() | one.edx()) << 32
                | Integer.toUnsignedLong(zero.eax() | one.ecx());
        listed(0xd, components & ~3L & Long.MAX_VALUE);
    }

    /** Sub-leaves 0 and 1 describe SGX, those from 2 the EPC sections up to one of type 0. */
    private void enclaves(CpuidRegisters zero) {
        if (zero.isZero()) {
            return;
        }
        put(0x12, 1);
        for (int subleaf = 2; subleaf < LONGEST; subleaf++) {
            CpuidRegisters registers = source.cpuid(0x12, subleaf);
            if ((registers.eax() & 0xf) == 0) {
                return;
            }
            table.put(0x12, subleaf, registers);
        }
    }

    private CpuidRegisters put(int leaf, int subleaf) {
        CpuidRegisters registers = source.cpuid(leaf, subleaf);
        table.put(leaf, subleaf, registers);
        return registers;
    }

    private void upTo(int leaf, int last) {
        int believed = last > 0 && last < LONGEST ? last : 0;
        for (int subleaf = 1; subleaf <= believed; subleaf++) {
            put(leaf, subleaf);
        }
    }

    private void listed(int leaf, long bits) {
        for (int subleaf = 1; subleaf < 64; subleaf++) {
            if ((bits >>> subleaf & 1) != 0) {
                put(leaf, subleaf);
            }
        }
    }

    private void until(int leaf, Predicate<CpuidRegisters> isEnd) {
        for (int subleaf = 1; subleaf < LONGEST; subleaf++) {
            CpuidRegisters registers = source.cpuid(leaf, subleaf);
            if (isEnd.test(registers)) {
                return;
            }
            table.put(leaf, subleaf, registers);
        }
    }
}
