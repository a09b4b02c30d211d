package org.xstate.launcher;

import java.util.List;

import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.cli.Host;

/** What commands run on, and what has to be put away after them. */
interface RunningHost extends AutoCloseable {

    Host host();

    /** Plugins that failed, if the command asked for what plugins bring: its result may lack something. */
    List<Rejected> failures();

    @Override
    void close();
}
