package org.xstate.model.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives something another name wherever it stands, or says why that cannot be. */
public final class Renaming {

    /** What came of it. */
    public sealed interface Result {

        /** @param files edits by file, each in the order of the text */
        record Edits(Map<String, List<TextEdit>> files) implements Result {
            public Edits {
                files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
            }

            /** How many places there are. */
            public int places() {
                return files.values().stream().mapToInt(List::size).sum();
            }
        }

        /** @param reason one sentence without full stop */
        record Refused(String reason) implements Result {
        }
    }

    private Renaming() {
    }

    /** Why what stands at a place has to keep its name; empty if it need not. */
    public static Optional<String> refusal(SourceIndex index, String file, int offset) {
        Optional<Occurrence> name = index.at(file, offset);
        if (name.isEmpty()) {
            return Optional.of("there is no name here that something is declared by");
        }
        if (!name.get().isResolved()) {
            return Optional.of("'" + name.get().name() + "' is not declared anywhere");
        }
        return index.declarations(name.get().key()).stream().map(Symbol::file).filter(index::isLibrary)
                .findFirst()
                .map(one -> "'%s' is declared by the library (%s), which cannot be changed"
                        .formatted(name.get().name(), one));
    }

    /**
     * @param indices of the file in which it is asked for, first, and of all others in which the name may be used
     * @param offset  of the name in the first index' main file
     */
    public static Result rename(List<SourceIndex> indices, String file, int offset, String name) {
        SourceIndex index = indices.getFirst();
        Optional<String> refused = refusal(index, file, offset).or(() -> word(name));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        Occurrence old = index.at(file, offset).orElseThrow();
        if (old.name().equals(name)) {
            return new Result.Refused("'" + name + "' is its name already");
        }
        Map<String, Map<Integer, TextEdit>> edits = new LinkedHashMap<>();
        List<String> homes = homes(index, old.key());
        for (SourceIndex one : indices) {
            if (homes(one, old.key()).stream().noneMatch(homes::contains)) {
                continue;
            }
            for (Occurrence place : one.references(old.key())) {
                Optional<String> clash = clash(one, place, old.key(), name);
                if (clash.isPresent()) {
                    return new Result.Refused(clash.get());
                }
                edits.computeIfAbsent(place.file(), _ -> new TreeMap<>()).put(place.offset(),
                        new TextEdit(place.offset(), place.length(), name));
            }
        }
        Map<String, List<TextEdit>> files = new LinkedHashMap<>();
        edits.forEach((path, all) -> files.put(path, List.copyOf(all.values())));
        return new Result.Edits(files);
    }

    private static List<String> homes(SourceIndex index, String key) {
        return index.declarations(key).stream().map(Symbol::file).distinct().toList();
    }

    private static Optional<String> word(String name) {
        if (Words.KEYWORDS.contains(name) || Words.TYPES.contains(name) || Words.DECLARATIONS.contains(name)
                || Intrinsic.find(name).isPresent()) {
            return Optional.of("'" + name + "' is a word of the language");
        }
        return SourceScanner.isName(name)
                ? Optional.empty()
                : Optional.of(
                        "'" + name + "' cannot be a name: letters, digits and underscores, no digit first");
    }

    /** Something else of the name that would be meant, or would mean something else, afterwards. */
    private static Optional<String> clash(SourceIndex index, Occurrence place, String key, String name) {
        int prefix = key.length() - place.name().length();
        List<Symbol> others = new ArrayList<>(
                key.startsWith("local:") ? List.of() : index.declarations(key.substring(0, prefix) + name));
        boolean ordinary = key.startsWith("name:") || key.startsWith("local:");
        if (ordinary) {
            index.locals(place.file(), place.offset()).stream().filter(one -> one.name().equals(name))
                    .forEach(others::add);
        }
        if (key.startsWith("local:") && place.kind() != SymbolKind.LABEL) {
            index.occurrences(place.file()).stream().filter(one -> one.name().equals(name)
                    && one.key().equals("name:" + name) && near(index, place, one))
                    .findFirst().flatMap(one -> index.declarations(one.key()).stream().findFirst())
                    .ifPresent(others::add);
            index.recorder(place.file()).symbols.stream().filter(one -> one.kind().isLocal()
                    && one.kind() != SymbolKind.LABEL && one.name().equals(name)
                    && sameFunction(index, place, one))
                    .forEach(others::add);
        }
        return others.stream().findFirst()
                .map(one -> "there is a %s '%s' already (%s:%d)".formatted(one.kind().word(),
                        name, one.file(),
                        index.text(one.file()).map(text -> text.line(one.offset())).orElse(1)));
    }

    private static boolean near(SourceIndex index, Occurrence place, Occurrence other) {
        return index.recorder(place.file()).regions.stream().anyMatch(region -> region.begin() > 0
                && contains(region, place.offset()) && contains(region, other.offset()));
    }

    private static boolean sameFunction(SourceIndex index, Occurrence place, Symbol other) {
        return index.recorder(place.file()).regions.stream().anyMatch(region -> region.begin() > 0
                && contains(region, place.offset()) && contains(region, other.offset()));
    }

    private static boolean contains(Recorder.Region region, int offset) {
        return region.begin() <= offset && offset <= region.end();
    }
}
