package org.xstate.ui.tests.check;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.session.RecordingOpener;

/** Stands in the debugger's place and notes what it is to open. */
final class RecordedOpenings implements RecordingOpener, AutoCloseable {

    /** What was opened. */
    record Opened(String label, Scenario scenario, TraceFile trace) {
    }

    private final List<Opened> opened = new CopyOnWriteArrayList<>();
    private final ServiceRegistration<RecordingOpener> registration;

    RecordedOpenings() {
        Dictionary<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        registration = FrameworkUtil.getBundle(RecordedOpenings.class).getBundleContext()
                .registerService(RecordingOpener.class, this, first);
    }

    @Override
    public void open(String label, Scenario scenario, TraceFile recorded) {
        opened.add(new Opened(label, scenario, recorded));
    }

    List<Opened> opened() {
        return opened;
    }

    @Override
    public void close() {
        registration.unregister();
    }
}
