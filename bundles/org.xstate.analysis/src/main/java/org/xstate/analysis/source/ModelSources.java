package org.xstate.analysis.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.Completion;
import org.xstate.model.index.SourceIndex;
import org.xstate.sim.library.Library;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.ScenarioLoader;

/**
 * Scenario files with the library that each is read behind. Texts come from where the caller says, which may be an editor;
 * files are looked at anew with every question. Safe for use by several threads.
 */
public final class ModelSources {

    /** Bytes of a source file; what is longer is no text that somebody wrote. */
    private static final long LONGEST = 4 << 20;

    private static final Pattern VERSION = Pattern
            .compile("KERNEL_VERSION\\((\\d{1,2}), (\\d{1,3}), \\d{1,3}\\)");

    private final LoadOptions options;
    private final SourceIndex.Cache cache = new SourceIndex.Cache();

    /** @param options what xfeatures there are, and which kernel and processor count where a scenario names none */
    public ModelSources(LoadOptions options) {
        this.options = Objects.requireNonNull(options);
    }

    public LoadOptions options() {
        return options;
    }

    /** The library that a file is read behind; empty for one that stands alone. */
    public Optional<Library> library(SourceFiles files, String main) {
        return ScenarioLoader.library(files, main, options);
    }

    /**
     * The index of a file behind its library; of a header, that of a file that includes it. Texts of the library that its scenario does not have are there too, last, so
     * that one can go to what they declare.
     *
     * @param file with {@code /} between folders; may be the name of a library file
     */
    public SourceIndex index(SourceFiles files, String file) {
        String main = context(files, file);
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        library(files, main).ifPresent(library -> {
            SourceFiles read = library.files();
            library.names().forEach(name -> texts.put(name, read.text(name).orElseThrow()));
            library.elsewhere().forEach(text -> texts.putIfAbsent(text.name(), text.text()));
            names.addAll(texts.keySet());
        });
        return SourceIndex.of(SourceFiles.of(texts).or(files), names, main, cache);
    }

    /**
     * The file in whose place a file is read: itself if it is no header and has a scenario, a task or a rule; else the first file beside it that
     * includes it, since a header's names are often declared by those who include it.
     */
    public static String context(SourceFiles files, String file) {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (!file.endsWith(".h") && isExecuted(ModelCompiler.outline(files, file))
                || !Files.isDirectory(folder)) {
            return file;
        }
        String start = file.substring(0, file.lastIndexOf('/') + 1);
        String name = file.substring(start.length());
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.map(path -> path.getFileName().toString())
                    .filter(one -> isModel(one) && !one.equals(name))
                    .sorted(Comparator.comparing((String one) -> !one.endsWith(".c"))
                            .thenComparing(one -> one))
                    .map(one -> start + one)
                    .filter(one -> files.text(one).filter(text -> text.contains("\"" + name + "\""))
                            .isPresent())
                    .map(one -> one.endsWith(".h") ? context(files, one) : one).findFirst().orElse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static boolean isExecuted(Outline outline) {
        return outline.rules() || !outline.processes().isEmpty() || !outline.scenarios().isEmpty();
    }

    /** Names for scenarios: the known processors, the releases that texts of an index tell apart, restore policies. */
    public static Completion.Vocabulary vocabulary(SourceIndex index) {
        TreeSet<KernelVersion> releases = new TreeSet<>(Comparator.comparingInt(KernelVersion::code));
        releases.add(CompileOptions.DEFAULT_KERNEL);
        for (String file : index.files()) {
            Matcher version = VERSION.matcher(index.text(file).orElseThrow().text());
            while (version.find()) {
                releases.add(new KernelVersion(Integer.parseInt(version.group(1)),
                        Integer.parseInt(version.group(2)), 0));
            }
        }
        return new Completion.Vocabulary(CpuProfiles.index().stream().map(CpuProfiles.Entry::id).toList(),
                releases.descendingSet().stream().map(KernelVersion::toString).toList(),
                List.of("on_return_to_user", "eager", "on_trap", "independent", "guest_only", "unused"));
    }

    /** Files on the disk, read anew whenever they are asked for; what is no text file is not there. */
    public static SourceFiles onDisk() {
        return ModelSources::read;
    }

    private static Optional<String> read(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) && Files.isReadable(path) && Files.size(path) <= LONGEST
                    ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Scenario files and what they may include, in a folder and those below it, with {@code /} between folders, sorted. */
    public static List<String> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(path -> path.toString().replace('\\', '/'))
                    .filter(ModelSources::isModel).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static boolean isModel(String name) {
        return name.endsWith(".c") || name.endsWith(".h");
    }
}
