package org.xstate.launcher;

import org.xstate.cli.Host;

/** What commands run on, and what has to be put away after them. */
interface RunningHost extends AutoCloseable {

    Host host();

    @Override
    void close();
}
