package org.xstate.ui.tests.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.xstate.ui.session.Sessions;
import org.xstate.ui.tests.Results;
import org.xstate.ui.tests.Ui;

/** Sets every stage in turn and photographs the window. */
public final class GalleryRun {

    private static final Point WINDOW = new Point(1600, 1000);
    private static final String FIRST_PERSPECTIVE = "org.xstate.ui.workbench.layout";
    private static final int MOST_PHOTOGRAPHS = 50;

    private final Results results;
    private final Path folder;
    private final String only;

    /**
     * @param folder where the pictures go
     * @param only   simple name of a stage's class; empty for all
     */
    public GalleryRun(Results results, Path folder, String only) {
        this.results = results;
        this.folder = folder;
        this.only = only;
    }

    public void run() throws ReflectiveOperationException, IOException {
        Files.createDirectories(folder);
        Ui.on(() -> {
            Shell window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
            window.setBounds(10, 10, WINDOW.x, WINDOW.y);
            // nothing is hovered over
            Display.getCurrent().setCursorLocation(0, 0);
            // nor built: that takes longer than all that is shown of it
            IWorkspaceDescription described = ResourcesPlugin.getWorkspace().getDescription();
            described.setAutoBuilding(false);
            ResourcesPlugin.getWorkspace().setDescription(described);
            return null;
        });
        for (Stage stage : stages()) {
            photograph(stage, true);
            for (Optional<Stage> next = stage.next(); next.isPresent(); next = next.get().next()) {
                photograph(next.get(), false);
            }
        }
        // nothing is left that would have to be saved
        clear();
        results.end();
    }

    private void photograph(Stage stage, boolean anew) {
        try {
            if (anew) {
                clear();
            }
            stage.set();
            save(stage.ends() ? atRest() : Ui.photograph(), folder.resolve(stage.name() + ".png"));
            results.passed(stage.name());
        } catch (Exception | AssertionError e) {
            results.failed(stage.name(), e);
        }
    }

    private List<Stage> stages() throws ReflectiveOperationException {
        Bundle bundle = FrameworkUtil.getBundle(GalleryRun.class);
        List<Stage> stages = new ArrayList<>();
        for (var url : Collections.list(bundle.findEntries("/", "*Stage.class", true))) {
            String name = url.getPath().substring(1, url.getPath().length() - ".class".length())
                    .replace('/', '.');
            Class<?> type = bundle.loadClass(name);
            if (!type.isInterface() && Stage.class.isAssignableFrom(type)
                    && (only.isEmpty() || type.getSimpleName().equals(only))) {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                stages.add((Stage) constructor.newInstance());
            }
        }
        stages.sort(Comparator.comparing(Stage::name));
        return stages;
    }

    /**
     * No stage sees what another left, nor waits for it: dialogs and editors are closed, views too, so that they begin anew;
     * checks are cancelled, and projects that were brought in are left.
     */
    private static void clear() {
        Ui.await("dialogs are closed", GalleryRun::closeDialogs);
        Arrays.stream(Job.getJobManager().find(null)).filter(job -> !job.isSystem()).forEach(Job::cancel);
        Ui.on(() -> {
            Sessions.activate(Optional.empty());
            IWorkbenchPage page = Ui.page();
            for (IViewReference view : page.getViewReferences()) {
                if (page.getPartState(view) == IWorkbenchPage.STATE_MAXIMIZED) {
                    page.setPartState(view, IWorkbenchPage.STATE_RESTORED);
                }
            }
            page.closeAllEditors(false);
            try {
                PlatformUI.getWorkbench().showPerspective(FIRST_PERSPECTIVE, page.getWorkbenchWindow());
            } catch (WorkbenchException e) {
                throw new IllegalStateException(e);
            }
            for (IViewReference view : page.getViewReferences()) {
                page.hideView(view);
            }
            page.resetPerspective();
            return null;
        });
        leaveProjects();
        Ui.settle();
    }

    private static void leaveProjects() {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        try {
            for (IProject project : root.getProjects()) {
                project.delete(root.getLocation().isPrefixOf(project.getLocation()), true, null);
            }
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is none left; closing one may bring another one on. */
    private static boolean closeDialogs() {
        Shell window = Ui.page().getWorkbenchWindow().getShell();
        List<Shell> dialogs = Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell != window && shell.isVisible()).toList();
        dialogs.reversed().stream().filter(shell -> !shell.isDisposed()).forEach(Shell::close);
        return dialogs.isEmpty();
    }

    /** The window, photographed until nothing of it changes from one photograph to the next. */
    private static ImageData atRest() {
        Ui.await("every job is done", Job.getJobManager()::isIdle);
        Optional<ImageData> before = Optional.empty();
        for (int i = 0; i < MOST_PHOTOGRAPHS; i++) {
            Ui.settle();
            ImageData now = Ui.photograph();
            if (before.isPresent() && Arrays.equals(before.get().data, now.data)) {
                return now;
            }
            before = Optional.of(now);
        }
        throw new IllegalStateException("the window does not come to rest");
    }

    private static void save(ImageData picture, Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[]{picture};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }
}
