package org.xstate.check;

/** Ends an exploration from another thread; the exploration answers with what it knows so far. */
public final class CancelToken {

    private volatile boolean cancelled;

    /** Asks for the end; takes effect within a batch of successors. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
