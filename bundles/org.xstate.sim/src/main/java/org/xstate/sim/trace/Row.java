package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;

import org.xstate.model.diagnostic.Span;

/** A line of a trace in the making: a statement, and the states before and after it. */
final class Row {

    /** The calls that led there and the statement itself, outermost first; equal ones in a row are one line. */
    final List<Span> path;
    final Span span;
    final String statement;
    final boolean own;
    final long[] before;
    final long[] after;
    final List<Change> locals = new ArrayList<>();
    /** Labels that the statement passed. */
    final List<String> notes = new ArrayList<>();
    final List<String> marks = new ArrayList<>();

    /** Number of events of the step that have happened when it is done. */
    int end;
    /** Whether it is told only because it is the scenario's own statement. */
    boolean mere;

    /** @param own whether the statement is of the scenario's own files rather than of the library */
    Row(List<Span> path, Span span, String statement, boolean own, long[] before) {
        this.path = List.copyOf(path);
        this.span = span;
        this.statement = statement;
        this.own = own;
        this.before = before.clone();
        this.after = before.clone();
    }

    /** Whether it only decides what comes next. */
    boolean isControl() {
        return isControl(statement);
    }

    static boolean isControl(String statement) {
        return statement.isEmpty() || statement.startsWith("}")
                || statement.matches(
                        "(if|while|for|switch|return|else|case|do|default|break|continue|goto)\\b.*");
    }

    /** Whether the other one is inside of a function that this one calls. */
    boolean calls(Row other) {
        return other.path.size() > path.size() && continues(other.path.subList(0, path.size()));
    }

    boolean continues(List<Span> other) {
        if (path.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean same = path.get(i).file().equals(other.get(i).file())
                    && path.get(i).line() == other.get(i).line();
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
