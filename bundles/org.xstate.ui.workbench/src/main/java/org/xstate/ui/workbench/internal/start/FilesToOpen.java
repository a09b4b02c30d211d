package org.xstate.ui.workbench.internal.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files that the program was started with: {@code xstate workbench FILE...}. */
public final class FilesToOpen {

    private static final Set<String> WITH_VALUE = Set.of("--screenshot-and-exit", "--perspective");

    private FilesToOpen() {
    }

    /** In the order in which they were given, as whole paths: another program may open them. */
    public static List<Path> of(String... arguments) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (WITH_VALUE.contains(arguments[i])) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                files.add(Path.of(arguments[i]).toAbsolutePath().normalize());
            }
        }
        return List.copyOf(files);
    }
}
