package org.xstate.model.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.internal.parse.Loader;

/**
 * What the names in a file mean: the file, what it includes, and the library that it is read behind. Made anew for every
 * text; what has not changed is taken from a {@link Cache}. Safe for use by several threads.
 */
public final class SourceIndex {

    private static final int MOST_FILES = 1000;

    /** What is known of files by their text, for the next index that has them too. Safe for use by several threads. */
    public static final class Cache {
        private final Map<String, Declared> files = new ConcurrentHashMap<>();

        private Declared of(String file, String text) {
            Declared known = files.get(file);
            if (known == null || !known.source().text().equals(text)) {
                SourceText source = SourceText.of(file, text);
                known = new Declared(source,
                        List.copyOf(FileReader.declarations(source, Names.NONE).symbols));
                files.put(file, known);
            }
            return known;
        }
    }

    private record Declared(SourceText source, List<Symbol> symbols) {
    }

    private final String main;
    private final Set<String> library;
    private final Map<String, Declared> files = new LinkedHashMap<>();
    private final Map<String, Recorder> read = new ConcurrentHashMap<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private final Names names;

    private SourceIndex(SourceFiles texts, List<String> library, String main, Cache cache) {
        this.main = main;
        this.library = new LinkedHashSet<>(library);
        library.stream().filter(one -> !one.equals(main)).forEach(one -> add(texts, one, cache));
        add(texts, main, cache);
        this.names = new Names(files.values().stream().map(Declared::symbols).toList());
    }

    /**
     * @param library names of the files that are read before the main one
     * @param main    may be one of the library
     */
    public static SourceIndex of(SourceFiles files, List<String> library, String main, Cache cache) {
        return new SourceIndex(files, library, main, cache);
    }

    /** An included file comes before the one that includes it; a circle ends where it began. */
    private void add(SourceFiles texts, String file, Cache cache) {
        Optional<String> text = texts.text(file);
        if (text.isEmpty() || begun.size() >= MOST_FILES || !begun.add(file)) {
            return;
        }
        Declared declared = cache.of(file, text.get());
        declared.symbols().stream().filter(one -> one.kind() == SymbolKind.FILE)
                .forEach(one -> included(texts, file, one.name())
                        .ifPresent(other -> add(texts, other, cache)));
        files.put(file, declared);
    }

    /** The file that an include means: beside the including one, or as it is named. */
    public static Optional<String> included(SourceFiles texts, String from, String name) {
        return Loader.places(from, name).stream().filter(one -> texts.text(one).isPresent()).findFirst();
    }

    /** The file that all is about. */
    public String main() {
        return main;
    }

    /** Names of all files, in the order in which they are read. */
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    public boolean isLibrary(String file) {
        return library.contains(file);
    }

    /** A file with its tokens. */
    public Optional<SourceText> text(String file) {
        return Optional.ofNullable(files.get(file)).map(Declared::source);
    }

    /** What a file declares, local names left out, in the order of the text. */
    public List<Symbol> symbols(String file) {
        return Optional.ofNullable(files.get(file)).map(Declared::symbols).orElse(List.of()).stream()
                .filter(symbol -> !symbol.kind().isLocal() && !symbol.name().isEmpty()).toList();
    }

    /** The directives of a file that name others; each with the file's name as it is written. */
    public List<Symbol> includes(String file) {
        return Optional.ofNullable(files.get(file)).map(Declared::symbols).orElse(List.of()).stream()
                .filter(symbol -> symbol.kind() == SymbolKind.FILE).toList();
    }

    /** What all files declare, local names left out; of several declarations of one thing the one that defines it. */
    public Stream<Symbol> symbols() {
        return names.all().stream().filter(one -> !one.name().isEmpty() && one.kind() != SymbolKind.FILE
                && !one.kind().isLocal());
    }

    /** The places in a file where names stand, in the order of the text. */
    public List<Occurrence> occurrences(String file) {
        return files.containsKey(file) ? recorder(file).occurrences : List.of();
    }

    Names names() {
        return names;
    }

    Recorder recorder(String file) {
        return read.computeIfAbsent(file, name -> {
            Recorder recorder = FileReader.everything(files.get(name).source(), names);
            recorder.occurrences.sort(Comparator.comparingInt(Occurrence::offset));
            return recorder;
        });
    }

    /** The name at a place; one that ends there if none begins there. */
    public Optional<Occurrence> at(String file, int offset) {
        List<Occurrence> all = occurrences(file);
        return all.stream().filter(one -> one.offset() <= offset && offset < one.end()).findFirst()
                .or(() -> all.stream().filter(one -> one.end() == offset).findFirst());
    }

    /** Declarations of one thing, that which defines it first. */
    public List<Symbol> declarations(String key) {
        if (key.isEmpty() || key.startsWith("local:") && !files.containsKey(home(key))) {
            return List.of();
        }
        Stream<Symbol> all = key.startsWith("local:")
                ? recorder(home(key)).symbols.stream()
                : files.values().stream().flatMap(file -> file.symbols().stream());
        return all.filter(symbol -> symbol.key().equals(key))
                .sorted(Comparator.comparing(symbol -> !symbol.defining())).toList();
    }

    /** What the name at a place means. */
    public Optional<Symbol> definition(String file, int offset) {
        return at(file, offset).flatMap(one -> declarations(one.key()).stream().findFirst());
    }

    /** Every place where something is declared or used, by file in the order in which they are read. */
    public List<Occurrence> references(String key) {
        // the library uses nothing that others declare
        boolean everywhere = declarations(key).stream().anyMatch(one -> isLibrary(one.file()));
        return references(key, everywhere);
    }

    /** The same. @param everywhere whether the library's files are looked at too */
    public List<Occurrence> references(String key, boolean everywhere) {
        List<Occurrence> all = new ArrayList<>();
        for (String file : key.startsWith("local:") ? List.of(home(key)) : files()) {
            if (everywhere || !isLibrary(file) || file.equals(main)) {
                occurrences(file).stream().filter(one -> one.key().equals(key) && !key.isEmpty())
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The file of a local name. */
    static String home(String key) {
        return key.substring("local:".length(), key.lastIndexOf('@'));
    }

    /** Names that are used and that nothing declares. */
    public List<Occurrence> unknown(String file) {
        return occurrences(file).stream().filter(one -> !one.isResolved()).toList();
    }

    /** Local names that are visible at a place, inner ones first. */
    public List<Symbol> locals(String file, int offset) {
        if (!files.containsKey(file)) {
            return List.of();
        }
        return recorder(file).regions.stream()
                .filter(region -> region.begin() < offset && offset <= region.end())
                .sorted(Comparator.comparingInt(region -> region.end() - region.begin()))
                .flatMap(region -> region.locals().stream()).filter(symbol -> symbol.offset() < offset)
                .toList();
    }
}
