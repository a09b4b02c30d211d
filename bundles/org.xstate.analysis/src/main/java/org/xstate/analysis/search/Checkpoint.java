package org.xstate.analysis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of a search that are done, kept in a file if there is one. The file is written beside itself and moved into
 * place, so that whatever ends the program leaves a whole one.
 */
public final class Checkpoint {

    private static final String MAGIC = "xstate-search 1 ";

    private final Optional<Path> file;
    private final Map<String, List<RowResult>> parts = new TreeMap<>();
    private Optional<String> readDigest = Optional.empty();
    private String digest = "";

    private Checkpoint(Optional<Path> file) {
        this.file = file;
    }

    /** Nothing is kept. */
    public static Checkpoint none() {
        return new Checkpoint(Optional.empty());
    }

    /** A new one; a file of that name is written over when the first part is done. */
    public static Checkpoint fresh(Path file) {
        return new Checkpoint(Optional.of(file));
    }

    /**
     * What a file has; nothing if there is no such file.
     *
     * @throws SearchRefused    if the file is not a checkpoint
     * @throws UncheckedIOException if it cannot be read
     */
    public static Checkpoint resume(Path file) {
        Checkpoint checkpoint = new Checkpoint(Optional.of(file));
        if (Files.exists(file)) {
            try {
                checkpoint.read(Files.readAllLines(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            } catch (IllegalArgumentException e) {
                throw new SearchRefused(file + " is no checkpoint of a search: " + e.getMessage());
            }
        }
        return checkpoint;
    }

    private void read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(MAGIC)) {
            throw new IllegalArgumentException("it does not begin with '" + MAGIC.strip() + "'");
        }
        readDigest = Optional.of(lines.getFirst().substring(MAGIC.length()));
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ");
            parts.put(words[0], Arrays.stream(words).skip(1).map(RowResult::parse).toList());
        }
    }

    /** @throws SearchRefused if what was read belongs to another search */
    void belongsTo(String wanted) {
        if (readDigest.isPresent() && !readDigest.get().equals(wanted)) {
            throw new SearchRefused(file.map(Path::toString).orElse("the checkpoint")
                    + " is of another search: the model, the library, the knobs or the options have changed since");
        }
        digest = wanted;
    }

    synchronized Optional<List<RowResult>> done(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    /** @throws UncheckedIOException if the file cannot be written */
    synchronized void add(String part, List<RowResult> results) {
        parts.put(part, List.copyOf(results));
        file.ifPresent(this::write);
    }

    private void write(Path target) {
        StringBuilder text = new StringBuilder(MAGIC).append(digest).append('\n');
        parts.forEach((part, results) -> {
            text.append(part);
            results.forEach(one -> text.append(' ').append(one.text()));
            text.append('\n');
        });
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            move(beside, target);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
