package org.xstate.sim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.model.diagnostic.SourceFiles;

/** Source files on the disk, each read once, so that what is compiled is what is shown. */
final class DiskSources implements SourceFiles {

    /** Bytes of a source file; what is longer is no text that somebody wrote. */
    private static final long LONGEST = 4 << 20;

    private final Map<String, Optional<String>> texts = Collections.synchronizedMap(new TreeMap<>());

    @Override
    public Optional<String> text(String name) {
        return texts.computeIfAbsent(name, DiskSources::read);
    }

    private static Optional<String> read(String name) {
        try {
            Path path = Path.of(name);
            if (!Files.isRegularFile(path) || Files.size(path) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
