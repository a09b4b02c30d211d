package org.xstate.isa.host.internal;

import java.io.IOException;
import java.time.Duration;

/** Executes cases in a child process and replaces the child when a case has ended it. */
final class CaseSession implements AutoCloseable {

    /** Executions of a save during which a context switch changed XINUSE are repeated so often at most. */
    private static final int ATTEMPTS = 4;

    /** What came of a case. */
    sealed interface Executed {
        /** It was executed. */
        record Done(CaseResult result) implements Executed {
        }

        /** It ended the child. @param how in words */
        record ChildLost(String how) implements Executed {
        }
    }

    private final ChildCommand command;
    private final Wire.Hello hello;
    private final Duration patience;
    private Child child;
    private Wire.Ready ready;
    private int restarts;

    /**
     * @throws IOException    if no process can be started
     * @throws Child.Lost     if it ends at once
     * @throws NativeRefusal  if it may not do what is needed
     */
    CaseSession(ChildCommand command, Wire.Hello hello, Duration patience) throws IOException, Child.Lost {
        this.command = command;
        this.hello = hello;
        this.patience = patience;
        start();
    }

    private void start() throws IOException, Child.Lost {
        child = Child.start(command, patience);
        try {
            ready = child.hello(hello);
        } catch (NativeRefusal | Child.Lost failure) {
            child.close();
            throw failure;
        }
    }

    /** 0 if the component asked for in the hello was granted, else a negated errno. */
    long permission() {
        return ready.permission();
    }

    int restarts() {
        return restarts;
    }

    /**
     * Executes a case; a save again if XINUSE changed meanwhile, which a context switch does.
     *
     * @throws IOException if the child is gone and cannot be replaced
     */
    Executed run(CaseRequest request) throws IOException {
        try {
            CaseResult result = child.run(request);
            for (int attempt = 1; attempt < ATTEMPTS && unsteady(request, result); attempt++) {
                result = child.run(request);
            }
            return new Executed.Done(result);
        } catch (Child.Lost lost) {
            child.close();
            restarts++;
            try {
                start();
            } catch (NativeRefusal | Child.Lost again) {
                throw new IOException(
                        "after a child that " + lost.getMessage() + " no other could be started: "
                                + again.getMessage(),
                        again);
            }
            return new Executed.ChildLost(lost.getMessage());
        }
    }

    private static boolean unsteady(CaseRequest request, CaseResult result) {
        return !request.instruction().isRestore() && result.fault().isEmpty()
                && result.xinuseBefore() != result.xinuseAfter();
    }

    @Override
    public void close() {
        child.close();
    }
}
