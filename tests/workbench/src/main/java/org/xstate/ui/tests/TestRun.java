package org.xstate.ui.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

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

    private final PrintWriter out;
    private final Path folder;
    private int lines;

    TestRun(PrintWriter out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void run() throws ReflectiveOperationException, BundleException {
        Bundle bundle = FrameworkUtil.getBundle(TestRun.class);
        // the launcher looks for engines with the loader of the thread
        Thread.currentThread().setContextClassLoader(
                Class.forName("org.junit.jupiter.engine.JupiterTestEngine").getClassLoader());
        String only = System.getProperty("xstate.ui.tests.only", "");
        List<DiscoverySelector> classes = new ArrayList<>();
        List<URL> found = new ArrayList<>(Collections.list(bundle.findEntries("/", "*Test.class", true)));
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
        out.println("END\t" + lines);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        line("SKIPPED", test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (!test.isTest() && passed) {
            return;
        }
        String text = result.getThrowable().map(TestRun::text).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> line("PASSED", test, text);
            case ABORTED -> line("SKIPPED", test, text);
            case FAILED -> {
                Ui.screenshot(folder.resolve("failed-" + name(test).replaceAll("\\W+", "_") + ".png"));
                line("FAILED", test, text);
            }
        }
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String name(TestIdentifier test) {
        String type = test.getSource()
                .map(source -> source instanceof MethodSource method ? method.getClassName() : "").orElse("");
        return type.substring(type.lastIndexOf('.') + 1) + "." + test.getDisplayName();
    }

    private synchronized void line(String status, TestIdentifier test, String text) {
        lines++;
        out.println(String.join("\t", status, name(test),
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }
}
