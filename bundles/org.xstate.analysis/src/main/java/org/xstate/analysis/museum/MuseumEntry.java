package org.xstate.analysis.museum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A bug that was once in a kernel, and the scenarios that show it: with its fix they hold, without it they do not.
 *
 * @param id     short and unique in its museum, such as {@code M14}
 * @param title  what went wrong, in one line
 * @param story  how it came about; paragraphs
 * @param fixes  what ended it; never empty
 * @param since  what brought it; empty if that is not known
 * @param cves   numbers that were given to it
 * @param file   its name, as it was given
 * @param forms  in the order of the text; at least one good and one bad form
 */
public record MuseumEntry(String id, String title, List<String> story, List<Fix> fixes, List<Origin> since,
        List<String> cves, String file, List<Form> forms) {

    public MuseumEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(file);
        story = List.copyOf(story);
        fixes = List.copyOf(fixes);
        since = List.copyOf(since);
        cves = List.copyOf(cves);
        forms = List.copyOf(forms);
    }

    /**
     * A change that ended the bug.
     *
     * @param commit  the first twelve digits of its name; absent if it has none that could be found
     * @param subject of the commit, if that is known
     * @param release the first one that has it, if that is known
     */
    public record Fix(Optional<String> commit, Optional<String> subject, Optional<String> release) {
        public Fix {
            Objects.requireNonNull(commit);
            Objects.requireNonNull(subject);
            Objects.requireNonNull(release);
        }
    }

    /**
     * What brought the bug: at least one of the two is there.
     *
     * @param commit  the first twelve digits of its name
     * @param release the first one that has it
     */
    public record Origin(Optional<String> commit, Optional<String> release) {
        public Origin {
            Objects.requireNonNull(commit);
            Objects.requireNonNull(release);
        }
    }

    /** What a scenario is for. */
    public enum Kind {
        /** The kernel with the fix. */
        GOOD("good"),
        /** The same kernel without it. */
        WITHOUT_FIX("without-fix"),
        /** A release that did not have it yet, with whatever else it did not have. */
        HISTORIC("historic");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written in documents. */
        public String word() {
            return word;
        }
    }

    /**
     * A scenario of the file.
     *
     * @param scenario its name
     * @param expected the property that it says is violated; absent in a good form
     * @param kernel   the release that it is about, as written; absent if it names none
     * @param changed  the knobs that it sets otherwise than the nearest good form, by name
     */
    public record Form(String scenario, Kind kind, Optional<String> expected, Optional<String> kernel,
            Map<String, String> changed) {
        public Form {
            Objects.requireNonNull(scenario);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(expected);
            Objects.requireNonNull(kernel);
            changed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(changed));
        }
    }

    /** The first form without the fix; the historic one where there is no other. */
    public Form bad() {
        return forms.stream().filter(form -> form.kind() == Kind.WITHOUT_FIX).findFirst()
                .or(() -> forms.stream().filter(form -> form.kind() != Kind.GOOD).findFirst()).orElseThrow();
    }
}
