package org.xstate.cli.internal;

import java.io.PrintStream;

import org.xstate.analysis.text.Amounts;
import org.xstate.check.Progress;
import org.xstate.check.ProgressListener;

/**
 * One line on stderr, redrawn in place where that is a terminal (the launcher says so in the system property
 * {@code xstate.progress}), and nothing elsewhere.
 */
final class ProgressLine implements ProgressListener {

    private final PrintStream err;
    private final boolean shown;
    private int width;

    ProgressLine(Session session) {
        this(session.err(), Boolean.getBoolean("xstate.progress"));
    }

    ProgressLine(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    @Override
    public void progress(Progress progress) {
        draw("check  " + Amounts.progress(progress));
    }

    /** Another line than that of an exploration; from any thread. */
    synchronized void text(String line) {
        draw(line);
    }

    private void draw(String text) {
        if (!shown) {
            return;
        }
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }

    /** Takes the line away, so that what follows starts in the first column. */
    void clear() {
        if (width > 0) {
            draw("");
            err.print("\r");
            err.flush();
            width = 0;
        }
    }
}
