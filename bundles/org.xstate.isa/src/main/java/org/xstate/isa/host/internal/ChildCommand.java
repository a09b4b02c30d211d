package org.xstate.isa.host.internal;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the child is started: the running JVM's own java binary with the class path that holds this bundle.
 *
 * @param java      the binary
 * @param classPath jars or folders
 */
record ChildCommand(Path java, List<Path> classPath) {

    /** Where the JVM reports a crash, inside the child's directory. */
    static final String ERROR_FILE = "hs_err.log";

    ChildCommand {
        classPath = List.copyOf(classPath);
    }

    /** @throws NativeRefusal if there is no java binary, or no class path to start it with */
    static ChildCommand find(List<Path> givenClassPath) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new NativeRefusal("there is no " + java + " to start a child process with", "");
        }
        List<Path> classPath = givenClassPath.isEmpty() ? ownClassPath() : givenClassPath;
        if (classPath.isEmpty()) {
            throw new NativeRefusal(
                    "the child process needs the jar of org.xstate.isa, and its place is not known",
                    "name it in the options");
        }
        return new ChildCommand(java, classPath);
    }

    /** The jar or folder this class was loaded from; failing that (OSGi need not tell) the JVM's class path. */
    private static List<Path> ownClassPath() {
        return ownLocation().map(List::of).orElseGet(() -> {
            List<Path> paths = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                    paths.add(Path.of(entry).toAbsolutePath());
                }
            }
            return paths;
        });
    }

    private static Optional<Path> ownLocation() {
        CodeSource source = ChildCommand.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null
                || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::exists);
        } catch (URISyntaxException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** The command line. @param directory the child's own, for what a crash leaves behind */
    List<String> line(Path directory) {
        String path = String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
        return List.of(java.toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + directory.resolve(ERROR_FILE), "--enable-native-access=ALL-UNNAMED",
                "-cp", path, ChildMain.class.getName());
    }
}
