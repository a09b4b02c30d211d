package org.xstate.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.xstate.cli.Shell;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the last word of a command line may become. */
public final class Completion {

    private Completion() {
    }

    /** See {@link Shell#complete}. */
    public static List<String> of(List<String> words, Path folder) {
        String last = words.isEmpty() ? "" : words.getLast();
        if (words.size() < 2) {
            return fitting(Stream.concat(Commands.names().stream(), Stream.of(Shell.HELP)), last);
        }
        if (words.getFirst().equals(Shell.HELP)) {
            return fitting(Commands.names().stream(), last);
        }
        return Commands.find(words.getFirst()).map(entry -> arguments(entry, words, folder))
                .orElse(List.of());
    }

    private static List<String> arguments(Commands.Entry entry, List<String> words, Path folder) {
        CommandSpec spec = entry.create().get().spec();
        for (String word : words.subList(1, words.size() - 1)) {
            spec = Optional.ofNullable(spec.subcommands().get(word)).map(line -> line.getCommandSpec())
                    .orElse(spec);
        }
        String last = words.getLast();
        OptionSpec before = spec.findOption(words.get(words.size() - 2));
        if (before != null && before.arity().max() > 0) {
            return values(before, last, folder);
        }
        if (last.startsWith("-")) {
            return fitting(spec.options().stream().flatMap(option -> Stream.of(option.names())), last);
        }
        return Stream.concat(fitting(spec.subcommands().keySet().stream(), last).stream(),
                files(last, folder).stream()).toList();
    }

    private static List<String> values(OptionSpec option, String last, Path folder) {
        Iterable<String> known = option.completionCandidates();
        if (known != null) {
            return fitting(StreamSupport.stream(known.spliterator(), false), last);
        }
        return files(last, folder);
    }

    private static List<String> fitting(Stream<String> words, String start) {
        return words.filter(word -> word.startsWith(start)).sorted().distinct().toList();
    }

    private static List<String> files(String start, Path folder) {
        String parent = start.substring(0, start.lastIndexOf('/') + 1);
        String name = start.substring(parent.length());
        List<String> found = new ArrayList<>();
        try {
            Path in = folder.resolve(parent);
            if (!Files.isDirectory(in)) {
                return List.of();
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(in,
                    file -> isMeant(file.getFileName().toString(), name))) {
                files.forEach(
                        file -> found
                                .add(parent + file.getFileName() + (Files.isDirectory(file) ? "/" : "")));
            }
        } catch (InvalidPathException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /** Hidden files only for who begins with a dot. */
    private static boolean isMeant(String file, String start) {
        return file.startsWith(start) && (start.startsWith(".") || !file.startsWith("."));
    }
}
