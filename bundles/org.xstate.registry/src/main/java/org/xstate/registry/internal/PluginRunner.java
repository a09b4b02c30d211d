package org.xstate.registry.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.PluginFailure;

/**
 * Runs the code of one plugin on threads of its own, each call for a limited time. A plugin that does not return is given
 * up: its thread is interrupted and left alone, and nothing of that plugin is called again.
 */
final class PluginRunner {

    private static final long IDLE_SECONDS = 1;
    private static final String REMEDY = "mend the plugin, or remove it";

    private final String bundle;
    private final Duration limit;
    private final Consumer<Rejected> failures;
    private final ExecutorService threads;
    private volatile String givenUp = "";

    /** @param failures is told when the plugin is given up, and what is reported */
    PluginRunner(String bundle, Duration limit, Consumer<Rejected> failures) {
        this.bundle = bundle;
        this.limit = limit;
        this.failures = failures;
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS,
                new SynchronousQueue<>(), code -> daemon(code, "plugin " + bundle));
    }

    private static Thread daemon(Runnable code, String name) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        return thread;
    }

    String bundle() {
        return bundle;
    }

    boolean isGivenUp() {
        return !givenUp.isEmpty();
    }

    /**
     * What the code returns.
     *
     * @param what class and method, for messages
     * @throws PluginFailure      if the plugin is given up, or does not return in time
     * @throws ExecutionException with what the code threw
     */
    <T> T create(String what, Callable<T> code) throws ExecutionException {
        if (isGivenUp()) {
            throw refusal(what);
        }
        FutureTask<T> task = new FutureTask<>(code);
        threads.execute(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw giveUp(what);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while " + what + " ran");
        }
    }

    /** The same; everything that the code throws becomes a {@link PluginFailure}. */
    <T> T call(String what, Callable<T> code) {
        try {
            return create(what, code);
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof PluginFailure failure) {
                throw failure;
            }
            throw failed(what, thrown);
        }
    }

    /** The same on the caller's thread, without a limit of time. */
    <T> T callHere(String what, Callable<T> code) {
        if (isGivenUp()) {
            throw refusal(what);
        }
        try {
            return code.call();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw failed(what, e);
        }
    }

    /** Keeps a failure that the caller goes on without. */
    void report(String contribution, PluginFailure failure) {
        if (!isGivenUp()) {
            failures.accept(new Rejected(bundle, contribution, failure.getMessage(), failure.remedy()));
        }
    }

    private PluginFailure refusal(String what) {
        return new PluginFailure(bundle, "%s is not called: %s".formatted(what, givenUp), REMEDY);
    }

    private PluginFailure failed(String what, Throwable thrown) {
        if (thrown instanceof NoClassDefFoundError missing) {
            String name = String.valueOf(missing.getMessage()).replace('/', '.');
            if (Missing.isOfApi(name)) {
                return new PluginFailure(bundle, what + ": " + Missing.reason(name), Missing.REMEDY, thrown);
            }
        }
        return new PluginFailure(bundle, what + " threw " + thrown, REMEDY, thrown);
    }

    private PluginFailure giveUp(String what) {
        String why = "%s did not return within %s s".formatted(what, seconds());
        boolean first;
        synchronized (this) {
            first = !isGivenUp();
            if (first) {
                givenUp = why;
            }
        }
        if (first) {
            failures.accept(new Rejected(bundle, "the whole plugin", "",
                    why + "; its thread was left behind and nothing of it is called any more", REMEDY));
        }
        return new PluginFailure(bundle, why, REMEDY);
    }

    private String seconds() {
        return limit.toMillis() % 1000 == 0
                ? Long.toString(limit.toSeconds())
                : Double.toString(limit.toMillis() / 1000.0);
    }
}
