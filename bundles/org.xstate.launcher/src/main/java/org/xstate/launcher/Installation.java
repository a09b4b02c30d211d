package org.xstate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            throw new LaunchFailure(ExitCode.INPUT_MISSING,
                    folder + ": cannot be read (" + e.getMessage() + ")");
        }
        jars.sort(Comparator.comparing(jar -> jar.getFileName().toString()));
        return jars;
    }
}
