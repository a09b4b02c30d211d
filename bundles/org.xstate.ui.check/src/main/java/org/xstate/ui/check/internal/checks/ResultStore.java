package org.xstate.ui.check.internal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.TraceFile;
import org.xstate.analysis.json.CheckJson;
import org.xstate.analysis.json.CheckJsonReader;
import org.xstate.analysis.report.WholeFile;
import org.xstate.ui.check.internal.checks.CheckRun.State;

/**
 * Results as files that the commands write and read: {@code .json} as of {@code xstate check --json}, {@code .txt} as it prints,
 * {@code .xtrace} as of {@code --save-trace}. They lie in the project's folder {@code results} as the models do in the project;
 * {@code .before.json} is the answer before.
 */
final class ResultStore {

    private static final String JSON = ".json";
    private static final String BEFORE = ".before.json";
    private static final String TEXT = ".txt";
    private static final String TRACE = ".xtrace";

    private ResultStore() {
    }

    /** Where an answer is kept, without an ending. */
    private static Path stem(Target target, Path file, String scenario) {
        String name = target.called(file);
        String plain = name.endsWith(".c") ? name.substring(0, name.length() - 2) : name;
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        return target.results().resolve(scenario.isEmpty() || scenario.equals(last)
                ? plain
                : plain + "." + scenario);
    }

    private static Path with(Path stem, String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }

    /** The answer before the one that is about to be written. */
    static Optional<CheckSummary> latest(Target target, Path file, String scenario) {
        return summary(with(stem(target, file, scenario), JSON));
    }

    /** @throws IOException if the disk does not take it */
    static void write(CheckedItem item) throws IOException {
        Path stem = stem(item.run().target(), item.file(), item.summary().scenario());
        Files.createDirectories(stem.getParent());
        Path json = with(stem, JSON);
        if (Files.exists(json)) {
            Files.move(json, with(stem, BEFORE), StandardCopyOption.REPLACE_EXISTING);
        }
        WholeFile.write(json, document(item) + "\n");
        WholeFile.write(with(stem, TEXT), String.join("\n", item.content().text()) + "\n");
        Optional<TraceFile> trace = item.content().trace();
        if (trace.isPresent()) {
            WholeFile.write(with(stem, TRACE), trace.get().text());
        } else {
            Files.deleteIfExists(with(stem, TRACE));
        }
    }

    /** As the command prints it. */
    static String document(CheckedItem item) {
        Optional<CheckReport> report = item.content().report();
        return report.map(one -> CheckJson.document(one.called(item.summary().source())))
                .orElseGet(() -> item.summary().verdict().isPresent()
                        ? text(json(item)).orElse("").strip()
                        : CheckJson.error(item.summary().source(),
                                Optional.of(item.summary().scenario()).filter(name -> !name.isEmpty()),
                                item.summary().error()));
    }

    private static Path json(CheckedItem item) {
        return with(stem(item.run().target(), item.file(), item.summary().scenario()), JSON);
    }

    static void delete(CheckedItem item) {
        Path stem = stem(item.run().target(), item.file(), item.summary().scenario());
        for (String ending : List.of(JSON, BEFORE, TEXT, TRACE)) {
            try {
                Files.deleteIfExists(with(stem, ending));
            } catch (IOException e) {
                ILog.of(ResultStore.class).warn(with(stem, ending) + " cannot be deleted", e);
            }
        }
    }

    /** What is kept in all open projects and outside of them, by file. */
    static List<CheckRun> readAll() {
        Map<Path, CheckRun> runs = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.isOpen() && project.getLocation() != null) {
                Path base = project.getLocation().toPath();
                read(base, base.resolve("results"), runs);
                folders.add(base);
            }
        }
        read(Path.of(""), Target.resultsOutside(), runs);
        return List.copyOf(runs.values());
    }

    private static void read(Path base, Path folder, Map<Path, CheckRun> runs) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(path -> path.toString().endsWith(JSON) && !path.toString().endsWith(BEFORE)).sorted()
                    .forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            ILog.of(ResultStore.class).warn(folder + " cannot be read", e);
        }
        files.forEach(json -> read(base, json, runs, summary(json)));
    }

    private static void read(Path base, Path json, Map<Path, CheckRun> runs, Optional<CheckSummary> kept) {
        if (kept.isEmpty()) {
            return;
        }
        CheckSummary summary = kept.get();
        Path file = base.resolve(summary.source()).toAbsolutePath().normalize();
        CheckRun run = runs.computeIfAbsent(file,
                path -> new CheckRun(Target.of(path), SettingsStore.of(path), State.DONE));
        String name = json.toString();
        Path stem = Path.of(name.substring(0, name.length() - JSON.length()));
        List<String> text = text(with(stem, TEXT)).map(lines -> Arrays.asList(lines.split("\n")))
                .orElseGet(() -> List.of(summary.answer()));
        run.add(new CheckedItem(run, file, summary, new CheckedItem.Content(text, trace(with(stem, TRACE)),
                Optional.empty(), summary(with(stem, BEFORE))), time(json)));
    }

    private static java.time.Instant time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return java.time.Instant.EPOCH;
        }
    }

    /** Empty if it is no result: a project's folder may have any files. */
    private static Optional<CheckSummary> summary(Path json) {
        try {
            return text(json).map(CheckJsonReader::read).map(List::getFirst);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<TraceFile> trace(Path file) {
        try {
            return text(file).map(TraceFile::parse);
        } catch (IllegalArgumentException e) {
            ILog.of(ResultStore.class).warn(file + ": " + e.getMessage(), e);
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            ILog.of(ResultStore.class).warn(file + " cannot be read", e);
            return Optional.empty();
        }
    }
}
