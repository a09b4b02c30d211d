package org.xstate.analysis.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Timeline;

/** {@code xstate/timeline/1}: who did what when, step by step. */
public final class TimelineJson {

    private TimelineJson() {
    }

    public static String document(Scenario scenario, Timeline timeline) {
        return Json.object(json -> {
            json.put("schema", "xstate/timeline/1").put("scenario", scenario.name());
            CheckJson.origin(json, scenario);
            json.putStrings("tasks", timeline.tasks().stream().map(Timeline.Lane::name).toList())
                    .putObjects("steps", IntStream.rangeClosed(0, timeline.steps()).boxed().toList(),
                            (item, step) -> step(item, timeline, step));
        });
    }

    private static void step(Json json, Timeline timeline, int step) {
        json.put("step", step).put("actor", timeline.actor(step)).put("cpu", timeline.cpu(step))
                .putStrings("events",
                        Arrays.stream(Timeline.Tick.values()).filter(tick -> timeline.has(step, tick))
                                .map(Timeline.Tick::words).toList())
                .put("saved_to", name(timeline, timeline.imageOf(step, Timeline.Tick.SAVE)))
                .put("restored_from", name(timeline, timeline.imageOf(step, Timeline.Tick.RESTORE)))
                .put("written", name(timeline, timeline.imageOf(step, Timeline.Tick.MEMORY)))
                .putObjects("cpus", timeline.cpus(), (item, lane) -> item
                        .put("mode", timeline.mode(step, lane.number()).words())
                        .put("current", name(timeline, timeline.current(step, lane.number())))
                        .put("locked", timeline.isLocked(step, lane.number()))
                        .put("kernel_fpu", timeline.isKernelFpu(step, lane.number())))
                .putStrings("need_fpu_load", needLoad(timeline, step));
    }

    private static List<String> needLoad(Timeline timeline, int step) {
        return timeline.cpus().isEmpty()
                ? List.of()
                : timeline.tasks().stream().filter(lane -> timeline.needsLoad(step, lane.number()))
                        .map(Timeline.Lane::name).toList();
    }

    private static Optional<String> name(Timeline timeline, int task) {
        return task == Timeline.NOBODY ? Optional.empty() : Optional.of(timeline.tasks().get(task).name());
    }
}
