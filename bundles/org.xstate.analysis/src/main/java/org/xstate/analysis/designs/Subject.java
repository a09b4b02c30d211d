package org.xstate.analysis.designs;

import java.util.Objects;

import org.xstate.api.FeatureCatalog;

/**
 * The components of a matrix.
 *
 * @param updated   the one that the calls change
 * @param bystander the one that has to be as it was
 */
public record Subject(String updated, String bystander) {

    public Subject {
        Objects.requireNonNull(updated);
        Objects.requireNonNull(bystander);
    }

    /** What a matrix is about unless others are named. */
    public static Subject standard() {
        var names = Harness.standardComponents();
        return new Subject(names.getFirst(), names.getLast());
    }

    /**
     * By the kernel's or the manual's names, as they are known to the catalog.
     *
     * @throws IllegalArgumentException with a sentence if there is no such component, or both are the same
     */
    public static Subject of(String updated, String bystander, FeatureCatalog catalog) {
        Subject subject = new Subject(known(updated, catalog), known(bystander, catalog));
        if (subject.updated.equals(subject.bystander)) {
            throw new IllegalArgumentException(
                    "the component that is updated and the bystander are both " + subject.updated);
        }
        return subject;
    }

    private static String known(String name, FeatureCatalog catalog) {
        return catalog.find(name).map(provider -> provider.descriptor().name())
                .orElseThrow(() -> new IllegalArgumentException("there is no component '" + name + "'"));
    }

    /** The file that the harness takes them from. */
    String text() {
        return "/* The component that the calls change, and the one that must not suffer. */\n"
                + "#define UPDATED XFEATURE_" + constant(updated) + "\n#define BYSTANDER XFEATURE_"
                + constant(bystander) + "\n";
    }

    /** As {@code features(...)} of a scenario has them. */
    String list() {
        return constant(updated) + ", " + constant(bystander);
    }

    private static String constant(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
