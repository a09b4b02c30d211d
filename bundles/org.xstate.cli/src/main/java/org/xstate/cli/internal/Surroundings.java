package org.xstate.cli.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.xstate.cli.Stopper;

/** What a shell that runs inside of another program gives to a command, and a process has from its system. */
public final class Surroundings {

    private static final ScopedValue<Path> FOLDER = ScopedValue.newInstance();
    private static final ScopedValue<Stopper> STOPPER = ScopedValue.newInstance();

    private Surroundings() {
    }

    /** Has a command look for files in a folder, and end when it is told to. */
    public static <T> T of(Path folder, Stopper stopper,
            ScopedValue.CallableOp<T, RuntimeException> command) {
        return ScopedValue.where(FOLDER, folder).where(STOPPER, stopper).call(command);
    }

    /** A name as it was typed, seen from the shell's folder. */
    static Path path(String name) {
        return FOLDER.isBound() ? FOLDER.get().resolve(name) : Path.of(name);
    }

    /** A name for what opens files by itself: as it was typed where that leads to the same file. */
    static String name(String name) {
        return FOLDER.isBound() && !FOLDER.get().equals(Path.of("").toAbsolutePath())
                ? path(name).toString()
                : name;
    }

    /** Empty for a process of its own, which signals end. */
    static Optional<Stopper> stopper() {
        return STOPPER.isBound() ? Optional.of(STOPPER.get()) : Optional.empty();
    }
}
