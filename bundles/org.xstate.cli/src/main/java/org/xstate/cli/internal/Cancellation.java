package org.xstate.cli.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.xstate.check.CancelToken;

/**
 * Turns the end of the process (Ctrl-C) into a cancelled exploration: the virtual machine waits until what is known so far
 * has been printed, then exits with the code that its signal means, 130 for Ctrl-C.
 */
final class Cancellation implements AutoCloseable {

    /** Seconds to wait for the answer; then the user gets the prompt back without it. */
    private static final int PATIENCE = 10;

    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread hook;

    Cancellation(CancelToken token) {
        hook = new Thread(() -> {
            token.cancel();
            try {
                printed.await(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** To be called when everything is printed and flushed. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending just now, and the hook waits
            printed.countDown();
        }
    }
}
