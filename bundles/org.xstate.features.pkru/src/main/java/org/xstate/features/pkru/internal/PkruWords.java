package org.xstate.features.pkru.internal;

import java.util.StringJoiner;

/** PKRU in words: runs of keys with equal rights. */
final class PkruWords {

    private static final int KEYS = 16;

    private PkruWords() {
    }

    /** @param pkru bit 2i is AD (access disable) of key i, bit 2i+1 its WD (write disable); AD makes WD idle */
    static String of(long pkru) {
        StringJoiner words = new StringJoiner("; ");
        words.setEmptyValue("all keys allowed");
        int first = 0;
        while (first < KEYS) {
            int rights = rights(pkru, first);
            int last = first;
            while (last + 1 < KEYS && rights(pkru, last + 1) == rights) {
                last++;
            }
            if (rights != 0) {
                words.add(keys(first, last) + ": " + word(rights));
            }
            first = last + 1;
        }
        return words.toString();
    }

    private static int rights(long pkru, int key) {
        return (int) (pkru >>> 2 * key) & 3;
    }

    private static String keys(int first, int last) {
        return first == last
                ? "key " + first
                : first == 0 && last == KEYS - 1 ? "all keys" : "keys " + first + "-" + last;
    }

    private static String word(int rights) {
        return switch (rights) {
            case 1 -> "no access (AD)";
            case 2 -> "read only (WD)";
            default -> "no access (AD, WD)";
        };
    }
}
