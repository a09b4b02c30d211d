package org.xstate.model.diagnostic;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the text of models comes from. Names are what {@code #include "..."} says, resolved against the folder of
 * the including file with {@code /} between folders, and then as they stand; nothing is read from a disk by the
 * front end itself.
 */
@FunctionalInterface
public interface SourceFiles {

    /** The text of a file, or empty if there is none of that name. */
    Optional<String> text(String name);

    /** Files that are held in memory. */
    static SourceFiles of(Map<String, String> texts) {
        Map<String, String> copy = new TreeMap<>(texts);
        return name -> Optional.ofNullable(copy.get(name));
    }

    /** These files, and those of {@code other} for names that are not among these. */
    default SourceFiles or(SourceFiles other) {
        return name -> text(name).or(() -> other.text(name));
    }
}
