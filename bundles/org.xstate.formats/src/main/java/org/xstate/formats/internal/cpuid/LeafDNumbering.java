package org.xstate.formats.internal.cpuid;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.XFeatureMask;
import org.xstate.formats.internal.cpuid.Part.Entry;
import org.xstate.layout.cpuid.CpuidRegisters;

/** Holds deduced sub-leaf numbers of leaf DH against what sub-leaves 0 and 1 say. */
final class LeafDNumbering {

    /** D.1 EAX has flags in bits 4:0; bits up to 7 are allowed for what may come, a component's size has more. */
    private static final int D1_FLAGS = 0xff;
    private static final int EXTENDED_OFFSET = 576;

    private LeafDNumbering() {
    }

    /** The first line whose number was deduced and whose values cannot belong to that sub-leaf. */
    static Optional<Entry> firstContradiction(List<Entry> lines, List<Entry> numbered) {
        Masks masks = Masks.of(numbered);
        return numbered.stream().filter(line -> !lines.contains(line) && !masks.fit(line)).findFirst();
    }

    /**
     * Numbers the lines as a tool prints them that skips what is not there: 0, then 1, then the enumerated components.
     * Empty if some line does not fit that either, or if lines with a number are among them.
     */
    static Optional<List<Entry>> byMask(List<Entry> lines) {
        if (lines.stream().anyMatch(line -> line.subleaf().isPresent())) {
            return Optional.empty();
        }
        List<Entry> numbered = new ArrayList<>();
        numbered.add(Subleaves.withSubleaf(lines.getFirst(), 0));
        Entry second = Subleaves.withSubleaf(lines.get(1), 1);
        if (Masks.isFlags(second.registers())) {
            numbered.add(second);
        }
        Masks masks = Masks.of(numbered);
        Iterator<Integer> components = masks.enumerated().components().andNot(XFeatureMask.LEGACY).iterator();
        for (Entry line : lines.subList(numbered.size(), lines.size())) {
            if (!components.hasNext()) {
                return Optional.empty();
            }
            Entry placed = Subleaves.withSubleaf(line, components.next());
            if (!masks.fit(placed)) {
                return Optional.empty();
            }
            numbered.add(placed);
        }
        return Optional.of(numbered);
    }

    private record Masks(XFeatureMask xcr0, XFeatureMask xss) {

        static Masks of(List<Entry> numbered) {
            return new Masks(registers(numbered, 0).map(r -> XFeatureMask.ofPair(r.edx(), r.eax()))
                    .orElse(XFeatureMask.NONE),
                    registers(numbered, 1).filter(Masks::isFlags)
                            .map(r -> XFeatureMask.ofPair(r.edx(), r.ecx()))
                            .orElse(XFeatureMask.NONE));
        }

        private static Optional<CpuidRegisters> registers(List<Entry> numbered, int subleaf) {
            return numbered.stream().filter(line -> line.subleaf().equals(OptionalInt.of(subleaf)))
                    .findFirst()
                    .map(Entry::registers);
        }

        static boolean isFlags(CpuidRegisters registers) {
            return (registers.eax() & ~D1_FLAGS) == 0;
        }

        XFeatureMask enumerated() {
            return xcr0.or(xss);
        }

        boolean fit(Entry line) {
            CpuidRegisters r = line.registers();
            int number = line.subleaf().orElse(0);
            if (number == 0) {
                return true;
            }
            if (number == 1) {
                return isFlags(r);
            }
            if (number > 62 || !enumerated().has(number)) {
                return r.isZero();
            }
            boolean supervisor = (r.ecx() & 1) != 0;
            boolean placed = supervisor ? r.ebx() == 0 : r.ebx() >= EXTENDED_OFFSET;
            return r.eax() > 0 && placed && supervisor == xss.has(number);
        }
    }
}
