package org.xstate.ui.debug.internal.source;

import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Path;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.Launch;
import org.eclipse.debug.core.model.ISourceLocator;
import org.eclipse.debug.core.model.IStackFrame;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.debug.internal.launch.Files;
import org.xstate.ui.debug.internal.model.XstateFrame;

/** Finds the text that a frame is in: a file of the workspace, one outside, or the text of the library. */
public final class SourceLocator implements ISourceLocator {

    @Override
    public Object getSourceElement(IStackFrame frame) {
        return frame instanceof XstateFrame one
                ? element(one.target().session().scenario(), one.place().file()).orElse(null)
                : null;
    }

    /** An {@link IFile}, a file store or a {@link LibraryInput}. */
    public static Optional<Object> element(Scenario scenario, String file) {
        if (scenario.isLibrary(file)) {
            return scenario.files().text(file).map(text -> new LibraryInput(file, text));
        }
        Optional<IFile> inWorkspace = Files.inWorkspace(file);
        return inWorkspace.isPresent()
                ? inWorkspace.map(Object.class::cast)
                : Optional.of(EFS.getLocalFileSystem().getStore(Path.fromOSString(file)));
    }

    /** A launch whose frames are found so. */
    public static ILaunch launch(ILaunchConfiguration configuration, String mode) {
        return new Launch(configuration, mode, new SourceLocator());
    }
}
