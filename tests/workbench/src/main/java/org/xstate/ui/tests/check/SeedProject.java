package org.xstate.ui.tests.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** A project outside of the workspace's folder with copies of the checkout's examples. */
public final class SeedProject implements AutoCloseable {

    private static final Path EXAMPLES = Path.of(System.getProperty("xstate.root")).resolve("examples");

    private final Path folder;
    private final IProject project;

    /** @param folders of the examples */
    public SeedProject(String name, String... folders) {
        try {
            folder = Files.createTempDirectory("xstate").toRealPath().resolve(name);
            for (String one : folders) {
                copy(EXAMPLES.resolve(one), folder.resolve(one));
            }
            project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
            open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Makes it a project of the workspace. */
    public void open() {
        try {
            IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
            description.setLocationURI(folder.toUri());
            project.create(description, null);
            project.open(null);
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes it out of the workspace and leaves its files, as a workspace that is not open has them. */
    public void leave() {
        try {
            project.delete(false, true, null);
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    public IFile file(String file) {
        return project.getFile(file);
    }

    public IResource folder(String name) {
        return project.getFolder(name);
    }

    /** What is in the folder of results, by names from there. */
    public List<String> results() {
        Path results = folder.resolve("results");
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(Files::isRegularFile).map(file -> results.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        leave();
        try (Stream<Path> files = Files.walk(folder.getParent())) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
