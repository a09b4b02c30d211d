package org.xstate.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file of model C.
 *
 * @param name as shown in diagnostics and traces: {@code gp.c}
 * @param text its content
 */
public record ModelText(String name, String text) {

    public ModelText {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    /**
     * A file that lies in the bundle, in the package of a class of it.
     *
     * @param beside a class of the bundle
     * @param name   the file's name, relative to the class's package
     * @throws IllegalArgumentException if there is no such file
     */
    public static ModelText resource(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "there is no file " + name + " in the package of " + beside.getName());
            }
            return new ModelText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
