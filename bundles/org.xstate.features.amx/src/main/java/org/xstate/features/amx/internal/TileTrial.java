package org.xstate.features.amx.internal;

import java.util.List;
import java.util.random.RandomGenerator;

import org.xstate.api.TrialState;

/** Configurations of tiles: palette 1 with rows and bytes for each row within its limits, or beyond one of them. */
final class TileTrial implements TrialState {

    private static final int ROWS = 16;
    private static final int ROW_BYTES = 64;

    @Override
    public void fill(RandomGenerator random, byte[] component, boolean accepted) {
        java.util.Arrays.fill(component, (byte) 0);
        component[0] = 1;
        component[1] = (byte) random.nextInt(ROWS);
        for (int tile = 0; tile < TileConfiguration.TILES; tile++) {
            boolean full = random.nextBoolean();
            component[TileConfiguration.COLSB + 2 * tile] = (byte) (full
                    ? ROW_BYTES
                    : 1 + random.nextInt(ROW_BYTES));
            component[TileConfiguration.ROWS + tile] = (byte) (full ? ROWS : 1 + random.nextInt(ROWS));
        }
        if (!accepted && random.nextInt(3) == 0) {
            damage(random, component);
        }
    }

    /** Something that LDTILECFG may refuse: a palette, a reserved byte, a row count, a row size, a start row. */
    private static void damage(RandomGenerator random, byte[] component) {
        byte value = (byte) random.nextInt();
        int tile = random.nextInt(TileConfiguration.TILES);
        switch (random.nextInt(6)) {
            case 0 -> component[0] = value;
            case 1 -> component[1] = value;
            case 2 -> component[2 + random.nextInt(14)] = value;
            case 3 -> component[32 + random.nextInt(16)] = value;
            case 4 -> component[TileConfiguration.ROWS + random.nextInt(16)] = value;
            default -> component[TileConfiguration.COLSB + 2 * tile] = (byte) random.nextInt(100);
        }
    }

    /** SDM volume 1, section 13.8: an invalid configuration initialises the component instead of raising an exception. */
    @Override
    public List<Question> questions(int size) {
        byte[] unknownPalette = new byte[size];
        unknownPalette[0] = 2;
        return List.of(new Question("amx-invalid-tilecfg",
                "What does XRSTOR do with an XTILECFG whose palette does not exist?", unknownPalette));
    }
}
