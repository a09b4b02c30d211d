package org.xstate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;

/**
 * The files of a running installation.
 *
 * @param home    the folder of the {@code xstate} script; {@code dropins} is looked for in it
 * @param program the folder of {@code lib}, {@code plugins} and {@code equinox}: the same, but for a source checkout
 */
record Installation(Path home, Path program) {

    /** Set by the {@code xstate} script. */
    private static final String HOME_PROPERTY = "xstate.home";

    /** Written by the build into the program's jar: a section with the manifest of each bundle that is in it. */
    private static final String BUNDLES = "META-INF/xstate/bundles.mf";

    /** The installation whose {@code lib/xstate.jar} this is. */
    static Installation current() {
        Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                .toAbsolutePath();
        Path program = jar.getParent().getParent();
        String home = System.getProperty(HOME_PROPERTY);
        return new Installation(home == null ? program : Path.of(home).toAbsolutePath(), program);
    }

    Path dropins() {
        return home.resolve("dropins");
    }

    /** Where the framework lies that is not on the class path. */
    Path equinox() {
        return program.resolve("equinox");
    }

    /**
     * The bundles that make up the program: all that are on the class path but for the launcher, which runs below any
     * framework, and the framework itself. By file name.
     */
    List<BundleManifest> builtIns() {
        try (InputStream stream = Installation.class.getClassLoader().getResourceAsStream(BUNDLES)) {
            if (stream == null) {
                throw new LaunchFailure(ExitCode.INTERNAL,
                        "lib/xstate.jar has no " + BUNDLES + ": this installation is incomplete");
            }
            List<BundleManifest> found = new ArrayList<>();
            new Manifest(stream).getEntries().forEach((name, headers) -> found
                    .add(BundleManifest.of(program.resolve("plugins").resolve(name), headers)));
            found.sort((a, b) -> a.jar().compareTo(b.jar()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(BUNDLES, e);
        }
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
        List<Path> jars = new ArrayList<>();
        for (String name : names) {
            jars.add(folder.resolve(name));
        }
        return jars;
    }
}
