package org.xstate.ui.tests;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleException;
import org.xstate.ui.tests.bench.BenchRun;
import org.xstate.ui.tests.gallery.GalleryRun;

/**
 * The desktop as the product starts it, and as soon as its window is open the tests of this bundle on a thread beside it.
 * Results go to the file that the property {@code xstate.ui.tests.results} names, a line each. With the property
 * {@code xstate.ui.tests.gallery} photographs are taken instead, into the folder that it names; with {@code xstate.ui.tests.bench}
 * set, workloads are measured.
 */
public final class TestApplication implements IApplication {

    private volatile boolean complete;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        // tests begin in an empty workspace, but for those that are about what comes by itself
        System.setProperty("xstate.ui.firstStart", System.getProperty("xstate.ui.firstStart", "false"));
        Thread.ofPlatform().daemon().name("ui-tests").start(this::runTests);
        IApplication product = (IApplication) Platform.getBundle("org.xstate.ui.workbench")
                .loadClass("org.xstate.ui.workbench.internal.WorkbenchApplication").getConstructor()
                .newInstance();
        Object ended = product.start(context);
        return complete ? ended : Integer.valueOf(1);
    }

    @Override
    public void stop() {
        // the product's own application closes the workbench
    }

    private void runTests() {
        Path results = Path.of(System.getProperty("xstate.ui.tests.results"));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(results), true)) {
            Ui.awaitWindow();
            String only = System.getProperty("xstate.ui.tests.only", "");
            Optional<Path> gallery = Optional.ofNullable(System.getProperty("xstate.ui.tests.gallery"))
                    .map(Path::of);
            if (gallery.isPresent()) {
                new GalleryRun(new Results(out), gallery.get(), only).run();
            } else if (Boolean.getBoolean("xstate.ui.tests.bench")) {
                new BenchRun(new Results(out), only).run();
            } else {
                new TestRun(new Results(out), results.getParent()).run(only);
            }
            complete = true;
        } catch (IOException | ReflectiveOperationException | BundleException e) {
            throw new IllegalStateException("the tests cannot be run", e);
        } finally {
            if (PlatformUI.isWorkbenchRunning()) {
                PlatformUI.getWorkbench().getDisplay()
                        .asyncExec(() -> PlatformUI.getWorkbench().close());
            }
        }
    }
}
