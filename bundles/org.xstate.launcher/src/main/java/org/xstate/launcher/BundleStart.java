package org.xstate.launcher;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Starts a plugin, whose activator may do anything. */
final class BundleStart {

    /** How long an activator may take: as long as any other call of a plugin. */
    static final Duration LIMIT = Duration
            .ofSeconds(Math.max(1, Integer.getInteger("xstate.plugin.seconds", 10)));

    private BundleStart() {
    }

    /** @throws TimeoutException if the activator does not return; its thread is left behind */
    static void start(Bundle bundle) throws BundleException, TimeoutException {
        if (bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATOR) == null) {
            // runs no code of the plugin
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return;
        }
        FutureTask<Boolean> start = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return true;
        });
        Thread thread = new Thread(start, "start " + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BundleException cause) {
                throw cause;
            }
            throw new BundleException("it threw " + e.getCause(), BundleException.ACTIVATOR_ERROR,
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("interrupted", e);
        }
    }
}
