package org.xstate.isa.host.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.random.RandomGenerator;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** Makes images whose payload XRSTOR accepts. */
final class StateImages {

    private static final int MXCSR_INIT = 0x1f80;
    private static final int FCW_INIT = 0x037f;
    private static final int TILES = 8;
    private static final int TILE_ROWS = 16;
    private static final int TILE_ROW_BYTES = 64;

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
    private final boolean damagedTiles;

    /** @param damagedTiles whether an XTILECFG may be one that LDTILECFG refuses */
    StateImages(HostProfile profile, RandomGenerator random, Pointers pointers, boolean damagedTiles) {
        this.profile = profile;
        this.random = random;
        this.pointers = pointers;
        this.damagedTiles = damagedTiles;
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
        } else if (number == HostProfile.XTILECFG) {
            tileConfiguration(area.asSlice(place.offset(), place.size()), content);
        } else if (content != Content.RANDOM) {
            MemorySegment payload = area.asSlice(place.offset(), place.size());
            payload.copyFrom(MemorySegment.ofArray(profile.catalog().hardwareInit(number, place.size())));
            if (content == Content.NEARLY_INITIAL) {
                payload.set(ValueLayout.JAVA_BYTE, random.nextInt(place.size()),
                        (byte) (1 << random.nextInt(8)));
            }
        }
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

    /** Palette 1 with rows and bytes for each row mostly within its limits, or the initial zeros. */
    private void tileConfiguration(MemorySegment config, Content content) {
        config.fill((byte) 0);
        if (content == Content.INITIAL) {
            return;
        }
        config.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
        config.set(ValueLayout.JAVA_BYTE, 1, (byte) random.nextInt(TILE_ROWS));
        for (int tile = 0; tile < TILES; tile++) {
            boolean full = content == Content.RANDOM && random.nextBoolean();
            int rowBytes = full ? TILE_ROW_BYTES : 1 + random.nextInt(TILE_ROW_BYTES);
            config.set(XsaveImage.LE16, 16 + 2 * tile, (short) rowBytes);
            config.set(ValueLayout.JAVA_BYTE, 48 + tile,
                    (byte) (full ? TILE_ROWS : 1 + random.nextInt(TILE_ROWS)));
        }
        if (content == Content.RANDOM && damagedTiles && random.nextInt(3) == 0) {
            damage(config);
        }
    }

    /** Something that LDTILECFG may refuse: a palette, a reserved byte, a row count, a row size, a start row. */
    private void damage(MemorySegment config) {
        byte value = (byte) random.nextInt();
        int tile = random.nextInt(TILES);
        switch (random.nextInt(6)) {
            case 0 -> config.set(ValueLayout.JAVA_BYTE, 0, value);
            case 1 -> config.set(ValueLayout.JAVA_BYTE, 1, value);
            case 2 -> config.set(ValueLayout.JAVA_BYTE, 2 + random.nextInt(14), value);
            case 3 -> config.set(ValueLayout.JAVA_BYTE, 32 + random.nextInt(16), value);
            case 4 -> config.set(ValueLayout.JAVA_BYTE, 48 + random.nextInt(16), value);
            default -> config.set(XsaveImage.LE16, 16 + 2 * tile, (short) random.nextInt(100));
        }
    }
}
