package org.xstate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The files of a running installation.
 *
 * @param home    the folder of the {@code xstate} script; {@code dropins} is looked for in it
 * @param bundles the folder of the built-in bundles
 */
record Installation(Path home, Path bundles) {

    /** Set by the {@code xstate} script. */
    private static final String HOME_PROPERTY = "xstate.home";

    private static final String FRAMEWORK_JAR = "org.apache.felix.framework-";

    static Installation current() {
        Path bundles = launcher().getParent();
        String home = System.getProperty(HOME_PROPERTY);
        return new Installation(home == null ? bundles.getParent() : Path.of(home).toAbsolutePath(), bundles);
    }

    Path dropins() {
        return home.resolve("dropins");
    }

    /** Where the framework lies that is not on the class path. */
    Path equinox() {
        return bundles.resolveSibling("equinox");
    }

    /**
     * The bundles that make up the program: those on the class path but for the launcher, which runs below any framework,
     * and the framework itself.
     */
    List<BundleManifest> builtIns() {
        return BundleManifest.readAll(classPath());
    }

    private List<Path> classPath() {
        Path launcher = launcher();
        try (JarFile jar = new JarFile(launcher.toFile(), false)) {
            String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Arrays.stream(names.split(" ")).filter(name -> !name.startsWith(FRAMEWORK_JAR))
                    .map(bundles::resolve).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(launcher.toString(), e);
        }
    }

    private static Path launcher() {
        return Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                .toAbsolutePath();
    }

    /** The jars directly in a folder, by name; none where the folder does not exist. */
    static List<Path> jarsIn(Path folder) {
        // java.io: a directory stream with a pattern compiles a regular expression, at every start
        String[] names = folder.toFile().list((directory, name) -> name.endsWith(".jar"));
        if (names == null) {
            if (Files.isDirectory(folder)) {
                throw new LaunchFailure(ExitCode.INPUT_MISSING, folder + ": this folder cannot be read");
            }
            return List.of();
        }
        Arrays.sort(names);
        return Arrays.stream(names).map(folder::resolve).toList();
    }
}
