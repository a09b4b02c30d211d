package org.xstate.features.amx.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

import org.xstate.api.ComponentView;

/**
 * The 64 bytes that LDTILECFG takes and XTILECFG holds, for palette 1 (CPUID leaf 1DH: 8 tiles of 16 rows of 64 bytes).
 *
 * @param bytes 64 bytes
 */
record TileConfiguration(MemorySegment bytes) {

    static final int SIZE = 64;
    static final int TILES = 8;
    static final int COLSB = 16;
    static final int ROWS = 48;
    private static final int MAX_PALETTE = 1;
    private static final int MAX_ROWS = 16;
    private static final int MAX_COLSB = 64;

    int palette() {
        return unsigned(0);
    }

    /** Rows of a tile, 0 to 255 as stored. @param tile 0 to 7 */
    int rows(int tile) {
        return unsigned(ROWS + tile);
    }

    /** Bytes of each row of a tile, 0 to 65535 as stored. @param tile 0 to 7 */
    int colsb(int tile) {
        return Short.toUnsignedInt(bytes.get(ComponentView.LE16, COLSB + 2 * tile));
    }

    boolean allZero() {
        return !nonZero(0, SIZE);
    }

    /** Why LDTILECFG would refuse it (SDM volume 2, LDTILECFG, "Operation"); start_row is not checked there. */
    Optional<String> invalid() {
        if (palette() > MAX_PALETTE) {
            return Optional.of("palette " + palette() + " does not exist");
        }
        if (palette() == 0) {
            return Optional.empty();
        }
        if (nonZero(2, COLSB) || nonZero(COLSB + 2 * TILES, ROWS) || nonZero(ROWS + TILES, SIZE)) {
            return Optional.of("a reserved byte is not 0");
        }
        for (int tile = 0; tile < TILES; tile++) {
            Optional<String> reason = invalidTile(tile);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private Optional<String> invalidTile(int tile) {
        int rows = rows(tile);
        int colsb = colsb(tile);
        if (rows > MAX_ROWS) {
            return Optional.of("tmm" + tile + " has " + rows + " rows of at most " + MAX_ROWS);
        }
        if (colsb > MAX_COLSB) {
            return Optional.of("tmm" + tile + " has " + colsb + " bytes per row of at most " + MAX_COLSB);
        }
        return (rows == 0) == (colsb == 0)
                ? Optional.empty()
                : Optional.of("tmm" + tile + " has " + rows + " rows of " + colsb + " bytes");
    }

    private boolean nonZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (unsigned(i) != 0) {
                return true;
            }
        }
        return false;
    }

    private int unsigned(int offset) {
        return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, offset));
    }
}
