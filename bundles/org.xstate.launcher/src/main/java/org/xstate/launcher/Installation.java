package org.xstate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The files of a running installation.
 *
 * @param home    the folder of the {@code xstate} script; {@code dropins} is looked for in it
 * @param bundles the folder of the built-in bundles
 */
record Installation(Path home, Path bundles) {

    /** Set by the {@code xstate} script. */
    private static final String HOME_PROPERTY = "xstate.home";

    static Installation current() {
        Path launcher = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                .toAbsolutePath();
        Path bundles = launcher.getParent();
        String home = System.getProperty(HOME_PROPERTY);
        return new Installation(home == null ? bundles.getParent() : Path.of(home).toAbsolutePath(), bundles);
    }

    Path dropins() {
        return home.resolve("dropins");
    }

    /** The jars that the class path holds: the launcher's own, then those its manifest names. */
    List<Path> classPath() {
        Path launcher = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                .toAbsolutePath();
        List<Path> jars = new ArrayList<>();
        jars.add(launcher);
        try (JarFile jar = new JarFile(launcher.toFile())) {
            Manifest manifest = jar.getManifest();
            String names = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : names.split(" ")) {
                jars.add(bundles.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
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
