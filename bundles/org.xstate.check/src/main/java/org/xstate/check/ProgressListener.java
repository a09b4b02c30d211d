package org.xstate.check;

/** Hears of progress, on the thread that called the explorer. What it throws ends the exploration. */
@FunctionalInterface
public interface ProgressListener {

    /** Takes no notice. */
    ProgressListener SILENT = progress -> {
    };

    void progress(Progress progress);
}
