package org.xstate.analysis.json;

import java.util.List;
import java.util.Optional;

import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceEnd;
import org.xstate.sim.trace.TraceLine;
import org.xstate.sim.trace.TraceStep;

/** Traces in the documents of {@code check} and {@code run}. */
final class TraceJson {

    private TraceJson() {
    }

    /** An entry for each statement; those of one step have its number. */
    private record Entry(TraceStep step, TraceLine line) {
    }

    static void put(Json json, Optional<Trace> trace) {
        List<Entry> entries = trace.stream().flatMap(one -> one.steps().stream())
                .flatMap(step -> step.lines().stream().map(line -> new Entry(step, line))).toList();
        json.putObjects("trace", entries, TraceJson::entry);
    }

    private static void entry(Json json, Entry entry) {
        json.put("step", entry.step().number()).put("cpu", entry.step().actor().cpu())
                .put("task", entry.step().actor().name())
                .put("file", entry.line().file()).put("line", entry.line().line())
                .put("text", entry.line().statement())
                .putObjects("changes", entry.line().changes(), TraceJson::change)
                .put("context", entry.step().actor().context());
        json.put("mark", entry.line().mark());
    }

    private static void change(Json json, Change change) {
        json.put("place", change.place()).put("what", change.what()).put("before", change.before())
                .put("after", change.after());
    }

    static void putStart(Json json, Optional<Trace> trace) {
        json.putStrings("running", trace.map(Trace::running).orElse(List.of()));
        json.putObjects("start", trace.map(Trace::start).orElse(List.of()),
                (item, change) -> item.put("place", change.place()).put("what", change.what()).put("value",
                        change.after()));
    }

    static void putEnd(Json json, Optional<TraceEnd> end) {
        if (end.isEmpty()) {
            json.putNull("violation");
            return;
        }
        json.putObject("violation", item -> item.put("property", end.get().property())
                .put("sentence", end.get().sentence())
                .put("place", end.get().place()).put("condition", end.get().condition())
                .putObjects("values", end.get().values(),
                        (value, seen) -> value.put("name", seen.name()).put("value", seen.value()))
                .putObjects("copies", end.get().copies(),
                        (value, copy) -> value.put("holder", copy.holder()).put("component", copy.component())
                                .put("value", copy.value()).put("right", copy.right())
                                .put("wrong_since", copy.wrongSince())));
    }
}
