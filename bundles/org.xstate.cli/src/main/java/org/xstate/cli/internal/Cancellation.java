package org.xstate.cli.internal;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.xstate.check.CancelToken;
import org.xstate.cli.Stopper;

/**
 * Turns the end of the process (Ctrl-C) into a cancelled exploration: the virtual machine waits until what is known so far
 * has been printed, then exits with the code that its signal means, 130 for Ctrl-C. In a shell that runs inside of another
 * program, its stopper cancels.
 */
final class Cancellation implements AutoCloseable {

    /** Seconds to wait for the answer; then the user gets the prompt back without it. */
    private static final int PATIENCE = 10;

    private final CountDownLatch printed = new CountDownLatch(1);
    /** Empty where a stopper does it. */
    private final Optional<Thread> hook;

    Cancellation(CancelToken token) {
        Optional<Stopper> stopper = Surroundings.stopper();
        stopper.ifPresent(one -> one.onStop(token::cancel));
        hook = stopper.isPresent() ? Optional.empty() : Optional.of(hook(token));
        hook.ifPresent(Runtime.getRuntime()::addShutdownHook);
    }

    private Thread hook(CancelToken token) {
        return new Thread(() -> {
            token.cancel();
            try {
                printed.await(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "cancel");
    }

    /** To be called when everything is printed and flushed. */
    @Override
    public void close() {
        try {
            hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException e) {
            // the process is ending just now, and the hook waits
            printed.countDown();
        }
    }
}
