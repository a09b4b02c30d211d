package org.xstate.documents;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xstate.cli.Cli;
import org.xstate.cli.Host;

/**
 * Understands as much of a shell as the documents use: {@code xstate ...}, the same {@code | head -N} or
 * {@code | tail -N}, and {@code echo $?}. Files named {@code out.*} are written to a folder of the test.
 */
final class Shell {

    private static final Pattern PIPE = Pattern.compile("(.*) \\| (head|tail) -(\\d+)");
    private static final String WRITTEN = "out.";

    private final Path folder;
    private int code;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** The lines of stdout, then those of stderr. */
    List<String> run(String command) {
        if (command.equals("echo $?")) {
            return List.of(Integer.toString(code));
        }
        Matcher pipe = PIPE.matcher(command);
        if (!pipe.matches()) {
            return xstate(command);
        }
        List<String> lines = xstate(pipe.group(1));
        int count = Math.min(Integer.parseInt(pipe.group(3)), lines.size());
        return pipe.group(2).equals("head")
                ? lines.subList(0, count)
                : lines.subList(lines.size() - count, lines.size());
    }

    private List<String> xstate(String command) {
        String[] words = command.split(" +");
        if (!words[0].equals("xstate")) {
            throw new IllegalArgumentException("an example runs something else: " + command);
        }
        String[] arguments = Stream.of(words).skip(1)
                .map(word -> word.startsWith(WRITTEN) ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        Host host = Host.onClassPath(Shell.class.getClassLoader(), List::of);
        code = Cli.run(arguments, host, stream, stream);
        return text.toString(StandardCharsets.UTF_8).replace(folder + "/", "").lines().toList();
    }
}
