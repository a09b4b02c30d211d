package org.xstate.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Ends whoever writes, once a command has been told to end; so that one with endless output does. */
final class StoppedStream extends OutputStream {

    /** Goes through the command to {@link Shell}; an error, so that nobody on the way takes it for a bug. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private final PrintStream to;
    private final Stopper stopper;

    StoppedStream(PrintStream to, Stopper stopper) {
        this.to = to;
        this.stopper = stopper;
    }

    PrintStream print() {
        return new PrintStream(this, false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int octet) {
        endIfStopped();
        to.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        endIfStopped();
        to.write(octets, offset, length);
    }

    private void endIfStopped() {
        if (stopper.isStopped() && !stopper.isServed()) {
            throw new Stopped();
        }
    }

    @Override
    public void flush() {
        to.flush();
    }
}
