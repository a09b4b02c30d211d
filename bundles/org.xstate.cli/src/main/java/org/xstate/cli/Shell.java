package org.xstate.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.xstate.cli.internal.Commands;
import org.xstate.cli.internal.Completion;
import org.xstate.cli.internal.Surroundings;

/** The commands for a shell: many in one process, each with streams, a folder and an end of its own. */
public final class Shell {

    /** Lists the commands, or describes the one that is named. */
    public static final String HELP = "help";

    /**
     * Where a command works.
     *
     * @param colour whether escape sequences for colours may be written
     * @param folder what names of files are relative to
     */
    public record Place(PrintStream out, PrintStream err, boolean colour, Path folder) {
        public Place {
            Objects.requireNonNull(out);
            Objects.requireNonNull(err);
            Objects.requireNonNull(folder);
        }
    }

    private Shell() {
    }

    /** Names of all commands but {@link #HELP}. */
    public static List<String> commands() {
        return Commands.names();
    }

    /** One line about a command, for lists. */
    public static String summary(String command) {
        return Commands.summary(command);
    }

    /**
     * Runs one command line on the calling thread.
     *
     * @param words the command and its arguments
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(List<String> words, Host host, Place place, Stopper stopper) {
        StoppedStream out = new StoppedStream(place.out(), stopper);
        StoppedStream err = new StoppedStream(place.err(), stopper);
        try {
            return Surroundings.of(place.folder(), stopper,
                    () -> Cli.run(words.toArray(String[]::new), host, out.print(), err.print(),
                            place.colour()));
        } catch (StoppedStream.Stopped e) {
            return ExitCode.CANCELLED;
        } finally {
            place.out().flush();
            place.err().flush();
        }
    }

    /**
     * What the last word may become: commands first, then options, files and folders (which end with a slash).
     *
     * @param words  of the line so far; the last one may be empty
     * @param folder what names of files are relative to
     */
    public static List<String> complete(List<String> words, Path folder) {
        return Completion.of(words, folder);
    }
}
