package org.xstate.isa.host.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.random.RandomGenerator;

import org.xstate.api.TrialState;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** Makes images whose payload XRSTOR accepts. */
final class StateImages {

    private static final int MXCSR_INIT = 0x1f80;
    private static final int FCW_INIT = 0x037f;

    /** What a component's payload is made of. */
    enum Content {
        /** Every byte by chance. */
        RANDOM,
        /** The initial configuration, byte for byte. */
        INITIAL,
        /** The initial configuration but for one byte. */
        NEARLY_INITIAL
    }

    /** Which values FIP and FDP take. */
    enum Pointers {
        /** Any 64 bits. */
        ANY,
        /** Canonical in 48 bits, so that every width in which processors hold them gives them back. */
        NARROW
    }

    private final HostProfile profile;
    private final RandomGenerator random;
    private final Pointers pointers;
    private final boolean accepted;

    /** @param accepted whether every state is one that a restore loads as it is */
    StateImages(HostProfile profile, RandomGenerator random, Pointers pointers, boolean accepted) {
        this.profile = profile;
        this.random = random;
        this.pointers = pointers;
        this.accepted = accepted;
    }

    /** An area with random bytes outside the header, which is zero but for XSTATE_BV and XCOMP_BV. */
    byte[] image(XsaveLayout layout, XFeatureMask xstateBv, long xcompBv, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        MemorySegment area = MemorySegment.ofArray(bytes);
        area.asSlice(XsaveLayout.HEADER_OFFSET, XsaveLayout.HEADER_SIZE).fill((byte) 0);
        area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, xstateBv.bits());
        area.set(XsaveImage.LE64, XsaveImage.XCOMP_BV, xcompBv);
        area.set(XsaveImage.LE32, XsaveImage.MXCSR, mxcsr());
        for (int number : layout.mask().and(xstateBv)) {
            layout.placement(number).ifPresent(place -> fill(area, place, content()));
        }
        return bytes;
    }

    private int mxcsr() {
        return random.nextInt(4) == 0 ? MXCSR_INIT : random.nextInt() & profile.cpu().fpu().mxcsrMask();
    }

    private Content content() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Content.INITIAL;
            case 2 -> Content.NEARLY_INITIAL;
            default -> Content.RANDOM;
        };
    }

    /** Fills one component. */
    void fill(MemorySegment area, Placement place, Content content) {
        int number = place.number();
        if (number == 0) {
            x87(area, content);
        } else if (content != Content.INITIAL && hasRules(number)) {
            byte[] state = new byte[place.size()];
            profile.trial(number).orElseThrow().fill(random, state, accepted || content != Content.RANDOM);
            area.asSlice(place.offset(), place.size()).copyFrom(MemorySegment.ofArray(state));
        } else if (content != Content.RANDOM) {
            MemorySegment payload = area.asSlice(place.offset(), place.size());
            payload.copyFrom(MemorySegment.ofArray(profile.catalog().hardwareInit(number, place.size())));
            if (content == Content.NEARLY_INITIAL) {
                payload.set(ValueLayout.JAVA_BYTE, random.nextInt(place.size()),
                        (byte) (1 << random.nextInt(8)));
            }
        }
    }

    /** Whether not every state is one that registers take. */
    private boolean hasRules(int number) {
        return profile.trial(number).filter(trial -> trial != TrialState.ANY_BYTES).isPresent();
    }

    /** Bytes 0 to 23 and 32 to 159; a random state keeps the random bytes, pointers in one of several widths. */
    private void x87(MemorySegment area, Content content) {
        if (content == Content.RANDOM) {
            area.set(XsaveImage.LE64, 8, pointer());
            area.set(XsaveImage.LE64, 16, pointer());
            return;
        }
        area.asSlice(0, 24).fill((byte) 0);
        area.asSlice(32, 128).fill((byte) 0);
        area.set(XsaveImage.LE16, 0, (short) FCW_INIT);
        if (content == Content.NEARLY_INITIAL) {
            switch (random.nextInt(4)) {
                case 0 -> area.set(XsaveImage.LE64, 8, pointer() | 1);
                case 1 -> area.set(XsaveImage.LE16, 2, (short) (1 << random.nextInt(16)));
                case 2 -> area.set(XsaveImage.LE16, 6, (short) (1 << random.nextInt(11)));
                default -> area.set(XsaveImage.LE64, 32 + 16 * random.nextInt(8), 1L);
            }
        }
    }

    private long pointer() {
        long value = random.nextLong();
        return switch (random.nextInt(pointers == Pointers.ANY ? 4 : 3)) {
            case 0 -> value >>> 32;
            case 1 -> value >>> 17;
            case 2 -> value >> 16;
            default -> value;
        };
    }
}
