package org.xstate.model.internal.run;

import java.util.ArrayList;
import java.util.List;

import org.xstate.model.link.Procedure;
import org.xstate.model.run.Event;
import org.xstate.model.run.LocalValue;
import org.xstate.model.run.Write;

/** Notes what is executed. */
public final class Trail {

    private final List<Event> events = new ArrayList<>();
    private final List<Event.Caller> callers = new ArrayList<>();
    private int procedure;
    private int node;
    private List<Write> writes = new ArrayList<>();
    private List<LocalValue> locals = new ArrayList<>();
    private boolean open;

    void node(int inProcedure, int number) {
        finish();
        procedure = inProcedure;
        node = number;
        open = true;
    }

    void call() {
        finish();
        callers.add(new Event.Caller(procedure, node));
    }

    void back() {
        finish();
        callers.removeLast();
    }

    void write(int slot, long before, long after) {
        writes.add(new Write(slot, before, after));
    }

    void set(Procedure.Local local, long value) {
        locals.add(new LocalValue(local, value));
    }

    private void finish() {
        if (open) {
            events.add(new Event(procedure, node, callers, writes, locals));
            writes = new ArrayList<>();
            locals = new ArrayList<>();
            open = false;
        }
    }

    public List<Event> events() {
        finish();
        return List.copyOf(events);
    }
}
