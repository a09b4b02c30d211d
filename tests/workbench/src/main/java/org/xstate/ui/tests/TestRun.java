package org.xstate.ui.tests;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Runs every class of this bundle whose name ends in Test, and writes a line for each test. */
final class TestRun implements TestExecutionListener {

    private final Results results;
    private final Path folder;
    private final Logged logged = Logged.listen();

    TestRun(Results results, Path folder) {
        this.results = results;
        this.folder = folder;
    }

    /** @param only simple name of a class, which may be one that is no test on its own; empty for all tests */
    void run(String only) throws ReflectiveOperationException, BundleException {
        Bundle bundle = FrameworkUtil.getBundle(TestRun.class);
        // the launcher looks for engines with the loader of the thread
        Thread.currentThread().setContextClassLoader(
                Class.forName("org.junit.jupiter.engine.JupiterTestEngine").getClassLoader());
        List<DiscoverySelector> classes = new ArrayList<>();
        List<URL> found = new ArrayList<>(Collections
                .list(bundle.findEntries("/", only.isEmpty() ? "*Test.class" : only + ".class", true)));
        found.sort(Comparator.comparing(URL::getPath));
        for (URL one : found) {
            String name = one.getPath().substring(1, one.getPath().length() - ".class".length())
                    .replace('/', '.');
            if (only.isEmpty() || name.endsWith("." + only)) {
                classes.add(DiscoverySelectors.selectClass(bundle.loadClass(name)));
            }
        }
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(classes).build(), this);
        logged.close();
        results.end();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        results.skipped(name(test), reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (!test.isTest() && passed) {
            return;
        }
        Optional<AssertionError> error = logged.first();
        switch (result.getStatus()) {
            case SUCCESSFUL -> error.ifPresentOrElse(one -> results.failed(name(test), one),
                    () -> results.passed(name(test)));
            case ABORTED ->
                results.skipped(name(test), result.getThrowable().map(Throwable::getMessage).orElse(""));
            case FAILED -> {
                Ui.screenshot(folder.resolve("failed-" + name(test).replaceAll("\\W+", "_") + ".png"));
                results.failed(name(test), result.getThrowable().orElseGet(AssertionError::new));
            }
        }
    }

    private static String name(TestIdentifier test) {
        String type = test.getSource()
                .map(source -> source instanceof MethodSource method ? method.getClassName() : "").orElse("");
        return type.substring(type.lastIndexOf('.') + 1) + "." + test.getDisplayName();
    }
}
