package org.xstate.ui.workbench.internal.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.framework.FrameworkUtil;
import org.xstate.ui.workbench.internal.AtomicFile;

/** Greets a new workspace with the seed example and the welcome page beside it, once. */
public final class FirstStart {

    /** {@code false} leaves a new workspace empty. */
    private static final String WANTED = "xstate.ui.firstStart";

    private FirstStart() {
    }

    /** Does nothing in a workspace that was greeted, or that has projects. */
    public static void greet(IWorkbenchWindow window) {
        Path done = Platform.getStateLocation(FrameworkUtil.getBundle(FirstStart.class)).append("greeted")
                .toPath();
        if (Boolean.parseBoolean(System.getProperty(WANTED, "true")) && !Files.exists(done)) {
            if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
                Seed.open(window,
                        () -> window.getWorkbench().getIntroManager().showIntro(window, true));
            }
            try {
                AtomicFile.write(done, new byte[0]);
            } catch (IOException e) {
                ILog.of(FirstStart.class).warn("the workspace will be greeted again", e);
            }
        }
    }
}
