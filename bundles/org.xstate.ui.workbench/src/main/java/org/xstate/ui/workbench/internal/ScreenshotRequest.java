package org.xstate.ui.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.xstate.ui.ViewJobs;

/**
 * {@code --screenshot-and-exit FILE.png [--perspective ID]}: the window is drawn into a file once it is at rest, and closed.
 *
 * @param file        where the picture goes
 * @param perspective which one is shown; empty for the first
 */
record ScreenshotRequest(Path file, Optional<String> perspective) {

    private static final String FILE = "--screenshot-and-exit";
    private static final String PERSPECTIVE = "--perspective";

    /** What the program was started with. */
    static Optional<ScreenshotRequest> ofProgram() {
        return of(Platform.getApplicationArgs());
    }

    static Optional<ScreenshotRequest> of(String... arguments) {
        Optional<String> perspective = after(PERSPECTIVE, arguments);
        return after(FILE, arguments).map(file -> new ScreenshotRequest(Path.of(file), perspective));
    }

    private static Optional<String> after(String name, String... arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** Waits until no job of the views runs and everything is drawn, not for a time. */
    void serve(IWorkbenchWindow window) {
        Display display = window.getShell().getDisplay();
        Thread.ofVirtual().name("screenshot").start(() -> {
            joinJobs();
            display.asyncExec(() -> settle(window, display, 2));
        });
    }

    private static void joinJobs() {
        try {
            Job.getJobManager().join(ViewJobs.FAMILY, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is drawn may ask for another round of drawing. */
    private void settle(IWorkbenchWindow window, Display display, int rounds) {
        window.getShell().layout(true, true);
        window.getShell().update();
        if (rounds > 0) {
            display.asyncExec(() -> settle(window, display, rounds - 1));
            return;
        }
        save(window.getShell());
        window.getWorkbench().close();
    }

    private void save(Shell shell) {
        Rectangle bounds = shell.getClientArea();
        Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(shell);
        try {
            gc.copyArea(image, 0, 0);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[]{
                image.getImageData(shell.getDisplay().getPrimaryMonitor().getZoom())};
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
