package org.xstate.analysis.image;

import java.util.List;

/**
 * Where the 108 bytes of a 32-bit FSAVE hold what decoding names (SDM volume 1, figure 8-9). Their tag word is the full
 * one; decoding shows the abridged one made of it.
 */
final class FsavePlaces {

    static final int SIZE = 108;

    private static final int REGISTERS = 28;
    private static final int REGISTER_BYTES = 10;

    private FsavePlaces() {
    }

    /** The least significant bytes first; none for a field that FSAVE does not have. */
    static List<Span> of(String field) {
        return switch (field) {
            case "fcw" -> List.of(new Span(0, 2));
            case "fsw" -> List.of(new Span(4, 2));
            case "abridged_ftw" -> List.of(new Span(8, 2));
            case "fop" -> List.of(new Span(18, 2));
            case "fip" -> List.of(new Span(12, 4), new Span(16, 2));
            case "fdp" -> List.of(new Span(20, 4), new Span(24, 2));
            default -> field.matches("st[0-7]")
                    ? List.of(new Span(REGISTERS + REGISTER_BYTES * (field.charAt(2) - '0'), REGISTER_BYTES))
                    : List.of();
        };
    }
}
