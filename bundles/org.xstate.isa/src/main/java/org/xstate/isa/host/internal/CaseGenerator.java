package org.xstate.isa.host.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** Makes cases by chance. Case {@code id} of a seed is always the same on the same CPU, whatever came before it. */
final class CaseGenerator {

    private static final HostInstruction[] SAVES = {HostInstruction.XSAVE, HostInstruction.XSAVE64,
        HostInstruction.XSAVEOPT, HostInstruction.XSAVEOPT64, HostInstruction.XSAVEC,
        HostInstruction.XSAVEC64};
    private static final HostInstruction[] RESTORES = {HostInstruction.XRSTOR, HostInstruction.XRSTOR64};
    private static final HostInstruction[] LEGACY = {HostInstruction.FXSAVE, HostInstruction.FXSAVE64,
        HostInstruction.FXRSTOR, HostInstruction.FXRSTOR64};
    private static final HostInstruction[] REFUSED = {HostInstruction.XSAVES64, HostInstruction.XRSTORS64,
        HostInstruction.LOCK_XSAVE64, HostInstruction.LOCK_XRSTOR64, HostInstruction.XSETBV,
        HostInstruction.UD2};
    /** Cases per case with components that a process has to ask for: tiles have 8 KB. */
    private static final int ON_DEMAND_EVERY = 16;

    private final HostProfile profile;
    private final StateImages.Pointers pointers;
    private final long seed;

    CaseGenerator(HostProfile profile, StateImages.Pointers pointers, long seed) {
        this.profile = profile;
        this.pointers = pointers;
        this.seed = seed;
    }

    /** One case under construction. */
    private static final class Draft {
        private final SplittableRandom random;
        private final StateImages images;
        private final XFeatureMask mask;
        private final int size;
        private HostInstruction instruction = HostInstruction.XSAVE64;
        private CaseRequest.Operand operand = CaseRequest.Operand.SEPARATE;
        private int misalign;
        private int ecx;
        private byte[] memory = new byte[0];

        Draft(SplittableRandom random, HostProfile profile, StateImages.Pointers pointers) {
            this.random = random;
            this.images = new StateImages(profile, random, pointers, false);
            XFeatureMask onDemand = profile.onDemand();
            boolean all = !onDemand.isEmpty() && random.nextInt(ON_DEMAND_EVERY) == 0;
            this.mask = all ? profile.usable() : profile.usable().andNot(onDemand);
            this.size = profile.areaSize(mask);
        }

        XFeatureMask subset() {
            return random.nextInt(4) == 0 ? mask : mask.and(new XFeatureMask(random.nextLong()));
        }

        <T> T pick(T[] values) {
            return values[random.nextInt(values.length)];
        }

        boolean oneIn(int times) {
            return random.nextInt(times) == 0;
        }
    }

    /** The case with number {@code id}, 0 or more. */
    CaseRequest make(int id) {
        SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + id);
        Draft draft = new Draft(random, profile, pointers);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 -> save(draft);
            case 6, 7, 8, 9, 10 -> restore(draft);
            case 11, 12 -> damagedRestore(draft);
            case 13, 14 -> legacy(draft);
            default -> refused(draft);
        }
        place(draft);
        byte[] start = draft.images.image(profile.standard(draft.mask), draft.subset(), 0, draft.size);
        long rfbm = draft.subset().bits() | (draft.oneIn(4) ? beyondXcr0(random) : 0);
        return new CaseRequest(id, draft.instruction, draft.operand, draft.misalign, Preparation.NONE, rfbm,
                draft.ecx, draft.mask.bits(), start, draft.memory, draft.mask.bits(), draft.size);
    }

    private long beyondXcr0(SplittableRandom random) {
        return random.nextLong() & ~profile.xcr0().bits();
    }

    private void save(Draft draft) {
        do {
            draft.instruction = draft.pick(SAVES);
        } while (!enumerated(draft.instruction));
        draft.memory = new byte[draft.size];
        draft.random.nextBytes(draft.memory);
    }

    /** What CPUID does not announce may work all the same where a hypervisor hides it. */
    private boolean enumerated(HostInstruction instruction) {
        return switch (instruction) {
            case XSAVEOPT, XSAVEOPT64 -> profile.cpu().features().xsaveopt();
            case XSAVEC, XSAVEC64 -> profile.cpu().features().xsavec();
            case XSAVES64, XRSTORS64 -> profile.cpu().features().xsaves();
            default -> true;
        };
    }

    private void restore(Draft draft) {
        draft.instruction = draft.pick(RESTORES);
        if (profile.cpu().features().xsavec() && draft.random.nextBoolean()) {
            XFeatureMask layout = draft.subset();
            XFeatureMask bv = layout.and(new XFeatureMask(draft.random.nextLong() | draft.random.nextLong()));
            draft.memory = draft.images.image(profile.compacted(layout), bv,
                    layout.bits() | XFeatureMask.COMPACTION.bits(), draft.size);
        } else {
            draft.memory = draft.images.image(profile.standard(draft.mask), draft.subset(), 0, draft.size);
            // header bytes 24 to 63 are not looked at in the standard format
            for (int at = XsaveLayout.HEADER_OFFSET + 24; at < XsaveLayout.EXTENDED_OFFSET
                    && draft.oneIn(2); at++) {
                draft.memory[at] = (byte) draft.random.nextInt();
            }
        }
    }

    /** A restore with something in the header or in MXCSR that may be refused. */
    private void damagedRestore(Draft draft) {
        restore(draft);
        MemorySegment memory = MemorySegment.ofArray(draft.memory);
        SplittableRandom random = draft.random;
        long xcomp = memory.get(XsaveImage.LE64, XsaveImage.XCOMP_BV);
        switch (random.nextInt(6)) {
            case 0 -> flip(memory, XsaveImage.XSTATE_BV, outside(random));
            case 1 -> flip(memory, XsaveImage.XCOMP_BV, outside(random) & Long.MAX_VALUE);
            case 2 -> memory.set(ValueLayout.JAVA_BYTE,
                    XsaveLayout.HEADER_OFFSET + 16 + random.nextInt(xcomp < 0 ? 48 : 8),
                    (byte) (1 + random.nextInt(255)));
            case 3 -> memory.set(XsaveImage.LE64, XsaveImage.XSTATE_BV,
                    memory.get(XsaveImage.LE64, XsaveImage.XSTATE_BV) | Long.MIN_VALUE);
            case 4 -> memory.set(XsaveImage.LE64, XsaveImage.XCOMP_BV,
                    xcomp < 0 ? xcomp & Long.MAX_VALUE | 1 : 1L << random.nextInt(3));
            default -> memory.set(XsaveImage.LE32, XsaveImage.MXCSR,
                    memory.get(XsaveImage.LE32, XsaveImage.MXCSR) | reservedMxcsr(random));
        }
    }

    /** A bit that XCR0 does not have. */
    private long outside(SplittableRandom random) {
        long bit;
        do {
            bit = 1L << random.nextInt(63);
        } while ((bit & profile.xcr0().bits()) != 0);
        return bit;
    }

    private int reservedMxcsr(SplittableRandom random) {
        int bit;
        do {
            bit = 1 << random.nextInt(32);
        } while ((bit & profile.cpu().fpu().mxcsrMask()) != 0);
        return bit;
    }

    private static void flip(MemorySegment memory, int offset, long bits) {
        memory.set(XsaveImage.LE64, offset, memory.get(XsaveImage.LE64, offset) ^ bits);
    }

    private void legacy(Draft draft) {
        draft.instruction = draft.pick(LEGACY);
        draft.memory = draft.images.image(profile.standard(draft.mask), draft.mask, 0, draft.size);
        if (draft.oneIn(6)) {
            MemorySegment memory = MemorySegment.ofArray(draft.memory);
            memory.set(XsaveImage.LE32, XsaveImage.MXCSR,
                    memory.get(XsaveImage.LE32, XsaveImage.MXCSR) | reservedMxcsr(draft.random));
        }
    }

    private void refused(Draft draft) {
        do {
            draft.instruction = draft.oneIn(3) ? HostInstruction.XGETBV : draft.pick(REFUSED);
            draft.ecx = draft.random.nextInt(4);
        } while (!enumerated(draft.instruction)
                || draft.ecx == 1 && !profile.cpu().features().xgetbv1());
        draft.memory = draft.images.image(profile.standard(draft.mask), draft.mask, 0, draft.size);
    }

    /** Where the operand lies: mostly right. */
    private static void place(Draft draft) {
        if (draft.oneIn(24)) {
            draft.misalign = 1 + draft.random.nextInt(63);
        } else if (draft.instruction.isLegacy() && draft.random.nextBoolean()) {
            draft.misalign = 16 * draft.random.nextInt(4);
        } else if (draft.oneIn(64)) {
            draft.operand = CaseRequest.Operand.NON_CANONICAL;
        }
    }
}
