package org.xstate.analysis.internal.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.xstate.api.XFeatureMask;

/**
 * A layout that gdb assumes for a note; {@code gdb-layouts.txt} has them, since they are gdb's and follow from no processor.
 *
 * @param size    the note's exact size
 * @param any     the mask must have one of these
 * @param offsets where gdb reads, by component
 */
record GdbGuess(int size, XFeatureMask any, Map<Integer, Integer> offsets) {

    private static final String TABLE = "gdb-layouts.txt";

    /** In the order in which gdb tries them. */
    static List<GdbGuess> all() {
        try (InputStream stream = Objects.requireNonNull(GdbGuess.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(GdbGuess::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /** The components of which gdb shows registers. */
    XFeatureMask shown() {
        return XFeatureMask.of(offsets.keySet().stream().mapToInt(Integer::intValue).toArray());
    }

    private static GdbGuess of(String line) {
        List<String> words = List.of(line.split(" "));
        return new GdbGuess(Integer.parseInt(words.get(0)), XFeatureMask
                .of(Arrays.stream(words.get(1).split(",")).mapToInt(Integer::parseInt).toArray()),
                words.stream().skip(2).map(place -> place.split(":"))
                        .collect(Collectors.toMap(place -> Integer.valueOf(place[0]),
                                place -> Integer.valueOf(place[1]))));
    }
}
