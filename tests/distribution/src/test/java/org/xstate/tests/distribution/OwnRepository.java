package org.xstate.tests.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that has this program's artifacts as an install puts them, and everything else by links into
 * the local repository of the build that runs: so a test needs no network that the build itself did not need, and leaves
 * no artifact of this program behind.
 */
final class OwnRepository {

    private static final Path ROOT = Path.of(System.getProperty("xstate.root"));
    private static final Path SHARED = Path.of(System.getProperty("xstate.repository"));
    private static final String VERSION = System.getProperty("xstate.version");

    private final Path folder;

    private OwnRepository(Path folder) {
        this.folder = folder;
    }

    static OwnRepository create(Path folder) throws IOException {
        OwnRepository repository = new OwnRepository(folder);
        repository.link(SHARED, folder, "org");
        repository.link(SHARED.resolve("org"), folder.resolve("org"), "xstate");
        repository.install("org.xstate.parent", "");
        repository.install("org.xstate.target-platform", "target-platform");
        repository.install("org.xstate.target-platform.workbench", "target-platform/workbench");
        repository.install("org.xstate.bundles", "bundles");
        repository.install("org.xstate.distributions", "features");
        for (String bundle : List.of("org.xstate.api", "org.xstate.api.tck", "org.xstate.ui")) {
            repository.install(bundle, "bundles/" + bundle);
        }
        repository.install("xstate-plugin-archetype", "features/plugin-archetype");
        return repository;
    }

    Path folder() {
        return folder;
    }

    private void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.filter(one -> !one.getFileName().toString().equals(except)).toList()) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
            }
        }
    }

    /** The POM, and the jar where there is one. */
    private void install(String artifact, String project) throws IOException {
        Path to = Files.createDirectories(folder.resolve("org/xstate").resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Path from = ROOT.resolve(project);
        Files.copy(from.resolve("pom.xml"), to.resolve(name + ".pom"));
        Path jar = from.resolve("target").resolve(name + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, to.resolve(name + ".jar"));
        }
    }
}
