package org.xstate.api;

import java.util.List;

/** What an {@link ImageReader} made of its input. */
public sealed interface ReadResult {

    /** Nothing could be read. @param findings why: at least one of severity error, with its place */
    record Unusable(List<Finding> findings) implements ReadResult {
        public Unusable {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("an unusable input needs a reason");
            }
        }

        public static Unusable because(Finding finding) {
            return new Unusable(List.of(finding));
        }
    }

    /**
     * Images were found.
     *
     * @param kind     the container: {@code core}, {@code sigframe64}...
     * @param about    one line about it: {@code ELF64 core, 6 threads}
     * @param records  the images in file order; may be empty (a core without extended state)
     * @param findings what is wrong or doubtful about the container as a whole
     */
    record Container(String kind, String about, List<ImageRecord> records, List<Finding> findings)
            implements ReadResult {
        public Container {
            records = List.copyOf(records);
            findings = List.copyOf(findings);
        }
    }
}
