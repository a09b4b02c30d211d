package org.xstate.ui.debug.internal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.run.LocalValue;
import org.xstate.sim.debug.Subject;
import org.xstate.sim.debug.Watch;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;

/** Expressions that are looked at in one session, each compiled once. */
public final class Looking {

    private static final int KEPT = 200;

    private final Scenario scenario;
    private final Map<String, Watch> watches = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Watch> eldest) {
            return size() > KEPT;
        }
    };

    Looking(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The value of an expression in the state in which a frame's session stands. */
    public static Watch.Answer at(XstateFrame frame, String expression) {
        List<LocalValue> locals = frame.locals();
        int cpu = frame.thread().subject() instanceof Subject.Cpu(int number)
                ? number
                : frame.target().session()
                        .read(one -> one.moment(one.position().step()).by().cpu());
        return frame.target().looking().watch(expression)
                .in(frame.target().session().read(Simulation::state), cpu, locals);
    }

    private synchronized Watch watch(String expression) {
        return watches.computeIfAbsent(expression, text -> new Watch(scenario, text));
    }
}
