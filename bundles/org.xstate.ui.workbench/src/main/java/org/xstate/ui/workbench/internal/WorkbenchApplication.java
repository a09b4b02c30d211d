package org.xstate.ui.workbench.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.xstate.analysis.plugins.PluginValidator;
import org.xstate.api.Validator;
import org.xstate.ui.workbench.internal.start.Dropins;
import org.xstate.ui.workbench.internal.start.FilesToOpen;
import org.xstate.ui.workbench.internal.start.WorkspaceLock;

/** The program that the launcher runs: one workbench, until its last window is closed. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        BundleContext bundles = FrameworkUtil.getBundle(WorkbenchApplication.class).getBundleContext();
        // the registry asks it before it takes what a plugin brings, so it has to be there before the first view
        bundles.registerService(Validator.class, new PluginValidator(), null);
        Dropins.install(bundles);
        Display display = PlatformUI.createDisplay();
        try {
            List<Path> files = FilesToOpen.of(Platform.getApplicationArgs());
            Optional<Integer> refused = WorkspaceLock.take(files, display);
            if (refused.isPresent()) {
                return refused.get();
            }
            int ended = PlatformUI.createAndRunWorkbench(display,
                    new XstateWorkbenchAdvisor(ScreenshotRequest.ofProgram(), files));
            return ended == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                workbench.close();
            }
        });
    }
}
