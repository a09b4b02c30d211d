package org.xstate.ui.check.internal.checks;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;
import org.xstate.analysis.check.SuiteFiles;

/**
 * A file or a folder that is checked.
 *
 * @param path    of it, absolute
 * @param project that it lies in; empty outside of the workspace
 */
public record Target(Path path, Optional<IProject> project) {

    private static final String RESULTS = "results";

    public Target {
        Objects.requireNonNull(path);
        Objects.requireNonNull(project);
    }

    public static Target of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Optional<IProject> project = Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(one -> one.isOpen() && one.getLocation() != null
                        && absolute.startsWith(one.getLocation().toPath()))
                .findFirst();
        return new Target(absolute, project);
    }

    /** Whether all files of a folder are checked. */
    public boolean isSuite() {
        return Files.isDirectory(path);
    }

    /**
     * What is checked, in order; results are none of it.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<Path> files() {
        return isSuite()
                ? SuiteFiles.in(path).stream().filter(file -> !file.startsWith(results())).toList()
                : List.of(path);
    }

    /** What names are told from: the project's folder, else the file's. */
    private Path base() {
        return project.map(one -> one.getLocation().toPath()).orElse(isSuite() ? path : path.getParent());
    }

    /** A file of this as results call it: from the project's folder, with {@code /} between folders. */
    public String called(Path file) {
        Path base = base();
        Path told = file.startsWith(base) ? base.relativize(file) : file;
        return told.toString().isEmpty()
                ? base.getFileName().toString()
                : told.toString().replace('\\', '/');
    }

    /** As a reader knows it. */
    public String label() {
        return called(path);
    }

    /** Where results are kept: with the project, else with the workspace's own data. */
    public Path results() {
        return project.map(one -> one.getLocation().toPath().resolve(RESULTS))
                .orElseGet(Target::resultsOutside);
    }

    /** Results of files that are in no project. */
    static Path resultsOutside() {
        return Platform.getStateLocation(FrameworkUtil.getBundle(Target.class)).toPath().resolve(RESULTS);
    }

    /** The file in the workspace, if it is there. */
    public static Optional<IFile> resource(Path file) {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri()))
                .filter(IFile::exists).findFirst();
    }
}
