package org.xstate.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The OSGi frameworks that {@code --framework} can ask for. */
enum FrameworkChoice {
    FELIX, EQUINOX;

    /** As typed and as shown: {@code felix}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FrameworkChoice> of(String word) {
        return Arrays.stream(values()).filter(choice -> choice.word().equals(word)).findFirst();
    }
}
