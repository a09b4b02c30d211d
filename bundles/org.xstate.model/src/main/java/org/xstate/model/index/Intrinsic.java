package org.xstate.model.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the language itself has, as the manual lists it.
 *
 * @param group     where it may stand
 * @param name      as it is written
 * @param signature with what it takes
 * @param sentence  what it means, without full stop
 */
public record Intrinsic(Group group, String name, String signature, String sentence) {

    /** Where a word of the language may stand. */
    public enum Group {
        /** In an expression or as a statement. */
        CALL,
        /** In an expression. */
        VALUE,
        /** In a scenario. */
        SETTING,
        /** At the outermost level of a file. */
        DECLARATION,
        /** Where the grammar says. */
        KEYWORD
    }

    private static final Map<String, Intrinsic> ALL = read();

    /** What an expression can name. */
    public static Optional<Intrinsic> find(String name) {
        return Optional.ofNullable(ALL.get("CALL " + name))
                .or(() -> Optional.ofNullable(ALL.get("VALUE " + name)));
    }

    public static Optional<Intrinsic> find(Group group, String name) {
        return Optional.ofNullable(ALL.get(group + " " + name));
    }

    /** All of them, in the order of the manual. */
    public static Collection<Intrinsic> all() {
        return ALL.values();
    }

    private static Map<String, Intrinsic> read() {
        Map<String, Intrinsic> all = new LinkedHashMap<>();
        try (InputStream stream = Intrinsic.class.getResourceAsStream("intrinsics.txt")) {
            if (stream == null) {
                throw new IllegalStateException("intrinsics.txt is missing");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Intrinsic::parse)
                    .forEach(one -> all.put(one.group() + " " + one.name(), one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Intrinsic parse(String line) {
        String[] parts = line.split(" \\| ", 3);
        String name = parts[1].split("[( ]", 2)[0];
        return new Intrinsic(Group.valueOf(parts[0].strip()), name, parts[1].strip(), parts[2].strip());
    }
}
