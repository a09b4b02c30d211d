package org.xstate.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The plugins, and contributions of plugins, that their user has switched off: a file with a name on each line, read by every
 * command and by the desktop. A line is a bundle's symbolic name, {@code org.example.scratch}, or that and the class of a
 * contribution, {@code org.example.scratch/org.example.scratch.ScratchFeature}; {@code #} begins a comment.
 *
 * <p>The file is the one that the system property {@value #PROPERTY} names, else {@code xstate/disabled} in
 * {@code XDG_CONFIG_HOME}, else {@code ~/.config/xstate/disabled}.
 *
 * @since 1.1
 */
public final class DisabledContributions {

    /** Names the file. */
    public static final String PROPERTY = "xstate.disabled";

    private final Path file;

    private DisabledContributions(Path file) {
        this.file = Objects.requireNonNull(file);
    }

    /** Those of the user who runs this program. */
    public static DisabledContributions ofUser() {
        return in(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of)
                .orElseGet(() -> configuration().resolve("xstate").resolve("disabled")));
    }

    private static Path configuration() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).filter(name -> name.startsWith("/"))
                .map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
    }

    /** Those of a file, which need not be there. */
    public static DisabledContributions in(Path file) {
        return new DisabledContributions(file);
    }

    public Path file() {
        return file;
    }

    /**
     * What is switched off now, in the order of the file.
     *
     * @throws UncheckedIOException if the file is there and cannot be read: then nobody knows what shall not run
     */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String line : lines()) {
            String name = line.split("#", 2)[0].strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> lines() {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * Switches a name on or off; comments and other lines stay as they are.
     *
     * @param name as a line has it
     * @throws UncheckedIOException if the file cannot be written
     */
    public void enable(String name, boolean on) {
        List<String> others = lines().stream().filter(line -> !line.split("#", 2)[0].strip().equals(name))
                .toList();
        StringBuilder text = new StringBuilder();
        others.forEach(line -> text.append(line).append('\n'));
        if (!on) {
            text.append(name).append('\n');
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, "disabled", ".new");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
