package org.xstate.analysis.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.Renaming;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.Symbol;

/** Looks for uses of a name in many files. */
public final class SourceSearch {

    /**
     * A place that was found.
     *
     * @param line   from 1
     * @param column from 1
     * @param text   of the line, without white space around
     */
    public record Hit(Occurrence occurrence, int line, int column, String text) {
    }

    private final ModelSources sources;
    private final SourceFiles files;

    public SourceSearch(ModelSources sources, SourceFiles files) {
        this.sources = sources;
        this.files = files;
    }

    /**
     * The index of a file, and of others that could use what it declares.
     *
     * @param others    names of files; headers are looked at with those that include them
     * @param cancelled asked between two files
     */
    public List<SourceIndex> indices(String file, List<String> others, BooleanSupplier cancelled) {
        List<SourceIndex> indices = new ArrayList<>();
        indices.add(sources.index(files, file));
        for (String other : others) {
            if (cancelled.getAsBoolean()) {
                return indices;
            }
            if (other.endsWith(".c") && !other.equals(file)
                    && indices.stream().noneMatch(index -> index.main().equals(other))) {
                indices.add(sources.index(files, other));
            }
        }
        return indices;
    }

    /** Every place where the thing is declared or used that the first index knows by that key; each once. */
    public static List<Hit> references(List<SourceIndex> indices, String key) {
        List<String> homes = homes(indices.getFirst(), key);
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (SourceIndex index : indices) {
            boolean same = index == indices.getFirst()
                    || !key.startsWith("local:") && homes(index, key).stream().anyMatch(homes::contains);
            List<Occurrence> places = !same
                    ? List.of()
                    : index == indices.getFirst() ? index.references(key) : index.references(key, false);
            for (Occurrence one : places) {
                SourceText text = index.text(one.file()).orElseThrow();
                int line = text.line(one.offset());
                hits.putIfAbsent(one.file() + "@" + one.offset(),
                        new Hit(one, line, text.column(one.offset()), text.lineText(line).strip()));
            }
        }
        return List.copyOf(hits.values());
    }

    private static List<String> homes(SourceIndex index, String key) {
        return index.declarations(key).stream().map(Symbol::file).distinct().toList();
    }

    /** Gives what stands at a place another name, in all files that the indices know. */
    public static Renaming.Result rename(List<SourceIndex> indices, String file, int offset, String name) {
        return Renaming.rename(indices, file, offset, name);
    }
}
