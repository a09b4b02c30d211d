package org.xstate.api;

import java.util.List;
import java.util.Objects;

/**
 * What an analysis found out, ready to be written down in some format.
 *
 * @param title    one line: {@code lint of 3 files}
 * @param subjects in the order of the input
 */
public record Report(String title, List<Subject> subjects) {

    /**
     * One input, or one part of it.
     *
     * @param name     as the user gave it
     * @param about    one line about it: {@code ELF64 core, 6 threads}
     * @param findings in the order of their places
     */
    public record Subject(String name, String about, List<Finding> findings) {
        public Subject {
            Objects.requireNonNull(name);
            Objects.requireNonNull(about);
            findings = List.copyOf(findings);
        }
    }

    public Report {
        Objects.requireNonNull(title);
        subjects = List.copyOf(subjects);
    }
}
