package org.xstate.api.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Contents that decoders and behaviours have to bear: the extremes, and noise that is the same in every run. */
final class HostileBytes {

    private static final long SEED = 0x58534156;
    private static final int ROUNDS = 24;

    private HostileBytes() {
    }

    static List<byte[]> ofSize(int size) {
        List<byte[]> all = new ArrayList<>();
        for (int fill : new int[]{0, 0xff, 0x80, 0x7f}) {
            byte[] bytes = new byte[size];
            Arrays.fill(bytes, (byte) fill);
            all.add(bytes);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            all.add(bytes);
        }
        return all;
    }
}
