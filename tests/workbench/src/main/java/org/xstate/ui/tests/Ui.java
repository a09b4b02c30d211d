package org.xstate.ui.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.xstate.ui.ViewJobs;

/**
 * Drives the desktop from the thread of a test. Whatever touches a widget runs on the thread of the user interface; waiting
 * is for conditions, until a deadline that only a broken program reaches.
 */
public final class Ui {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private Ui() {
    }

    private static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** Runs on the thread of the user interface; what is thrown there is thrown here. */
    public static <T> T on(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        display().syncExec(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The page of the one window. */
    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** Opens a view and waits until its work is done. */
    public static <T extends IViewPart> T open(String view, Class<T> type) {
        IViewPart part = on(() -> page().showView(view));
        settle();
        return type.cast(part);
    }

    /** Opens a file in the editor that the product has for it, and waits until its work is done. */
    public static IEditorPart edit(Path file) {
        IEditorPart part = on(() -> IDE.openEditorOnFileStore(page(),
                EFS.getLocalFileSystem().getStore(file.toUri())));
        settle();
        return part;
    }

    /** Opens a file in an editor, and waits until its work is done. */
    public static IEditorPart edit(Path file, String editor) {
        IEditorPart part = on(() -> IDE.openEditor(page(), file.toUri(), editor, true));
        settle();
        return part;
    }

    /**
     * Executes a command as a key or a menu would, and waits until its work is done. For one that opens a dialog see
     * {@link Dialogs}.
     *
     * @throws IllegalStateException if it has no handler, or is not enabled
     */
    public static void execute(String command, Map<String, String> parameters) {
        on(() -> {
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            ParameterizedCommand made = ParameterizedCommand.generateCommand(commands.getCommand(command),
                    parameters);
            return PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(made, null);
        });
        settle();
    }

    public static void execute(String command) {
        execute(command, Map.of());
    }

    /** Whether a command could be executed now. */
    public static boolean isEnabled(String command) {
        return on(() -> {
            Command known = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command);
            return known.isDefined() && known.isEnabled();
        });
    }

    /** Waits until no job of a view is waiting or running, and what they wanted shown is shown. */
    public static void settle() {
        try {
            Job.getJobManager().join(ViewJobs.FAMILY, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        drain();
    }

    /**
     * Until nothing is left to be drawn or told. A dialog that opens meanwhile keeps the thread of the user interface until it
     * is closed, which is left to the test.
     */
    private static void drain() {
        if (Display.getCurrent() != null) {
            dispatchAll();
            return;
        }
        List<Shell> before = on(Ui::modal);
        CountDownLatch drained = new CountDownLatch(1);
        display().asyncExec(() -> {
            dispatchAll();
            drained.countDown();
        });
        try {
            while (!drained.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!before.containsAll(on(Ui::modal))) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void dispatchAll() {
        while (display().readAndDispatch()) {
            // until nothing is left
        }
    }

    /** Dialogs that wait for their user. */
    private static List<Shell> modal() {
        return Stream.of(display().getShells()).filter(Shell::isVisible)
                .filter(shell -> (shell.getStyle() & MODAL) != 0).toList();
    }

    /** @param what is said when it does not come true, as in "the table is filled" */
    public static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(DEADLINE);
        while (!on(condition::getAsBoolean)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("after %s it is not so that %s".formatted(DEADLINE, what));
            }
            settle();
        }
    }

    static void awaitWindow() {
        Instant end = Instant.now().plus(DEADLINE);
        while (!PlatformUI.isWorkbenchRunning() || !on(
                () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0
                        && PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage() != null)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no window was opened");
            }
            Thread.onSpinWait();
        }
        settle();
    }

    /** The first control below, depth first, that is of the type and fits. Call it by {@link #on}. */
    public static <T extends Control> Optional<T> find(Control root, Class<T> type, Predicate<T> fits) {
        if (type.isInstance(root) && fits.test(type.cast(root))) {
            return Optional.of(type.cast(root));
        }
        if (root instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<T> found = find(child, type, fits);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Every control below, depth first, that is of the type. Call it by {@link #on}. */
    public static <T extends Control> List<T> all(Control root, Class<T> type) {
        List<T> found = new ArrayList<>();
        if (type.isInstance(root)) {
            found.add(type.cast(root));
        }
        if (root instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                found.addAll(all(child, type));
            }
        }
        return found;
    }

    /** The control of a part's own area. Call it by {@link #on}. */
    public static Control area(IWorkbenchPart part) {
        return (Control) part.getSite().getService(MPart.class)
                .getWidget();
    }

    /** Has a widget told of an event, as if a user had caused it. */
    public static void send(Widget widget, int type, Event event) {
        on(() -> {
            event.widget = widget;
            event.display = widget.getDisplay();
            widget.notifyListeners(type, event);
            return null;
        });
        settle();
    }

    /** A text without the marks for its mnemonic and its key: {@code Save &As...\tCtrl+S} is {@code Save As...}. */
    public static String plain(String label) {
        return LegacyActionTools.removeMnemonics(LegacyActionTools.removeAcceleratorText(label)).strip();
    }

    /** The window with whatever lies over it, at the screen's own resolution. */
    public static ImageData photograph() {
        return on(() -> {
            Rectangle area = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getBounds();
            return pixels(area.intersection(display().getBounds()));
        });
    }

    /** What is on the screen, all of it. */
    public static void screenshot(Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[]{on(() -> pixels(display().getBounds()))};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    private static ImageData pixels(Rectangle area) {
        GC gc = new GC(display());
        Image image = new Image(display(), area.width, area.height);
        try {
            gc.copyArea(image, area.x, area.y);
            ImageData data = image.getImageData(display().getPrimaryMonitor().getZoom());
            // a screen has no transparency, but its alpha channel is not defined
            data.alphaData = null;
            return data;
        } finally {
            image.dispose();
            gc.dispose();
        }
    }
}
