package org.xstate.ui.debug.internal.launch;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;

/** Files as configurations, scenarios and the workspace name them. */
public final class Files {

    private Files() {
    }

    private static IWorkspaceRoot root() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    /** As a configuration keeps it. */
    public static String kept(IFile file) {
        return file.getFullPath().toString();
    }

    /** The file of the workspace that a configuration names; empty for one outside. */
    public static Optional<IFile> inWorkspace(String kept) {
        IPath path = Path.fromPortableString(kept);
        if (path.segmentCount() > 1 && root().getFile(path).exists()) {
            return Optional.of(root().getFile(path));
        }
        return Optional.ofNullable(root().getFileForLocation(path)).filter(IFile::exists);
    }

    /** As it is loaded: an absolute path with {@code /} between folders. */
    public static String location(String kept) {
        return inWorkspace(kept).flatMap(file -> Optional.ofNullable(file.getLocation()))
                .map(IPath::toString).orElse(kept.replace('\\', '/'));
    }
}
