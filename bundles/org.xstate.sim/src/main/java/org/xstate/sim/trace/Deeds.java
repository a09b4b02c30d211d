package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;

/**
 * Tells the history of a simulation by what each one does rather than by what happens: in user mode each statement of
 * the scenario, in the kernel the statement of the task's body from which the kernel was called.
 */
public final class Deeds {

    /** The line at which a body ends in the intermediate form. */
    private static final String BODY = "(task|kernel_thread|interrupt)\\(.*";

    private final Scenario scenario;
    private final TraceBuilder builder;
    private final Rows rows;
    private final List<Deed> deeds = new ArrayList<>();
    /** Of each actor: its latest deed's position in the list, and where that stands in the text. */
    private final Map<String, Latest> latest = new HashMap<>();

    private record Latest(int position, String file, int line) {
    }

    private Deeds(Scenario scenario) {
        this.scenario = scenario;
        this.builder = new TraceBuilder(scenario);
        this.rows = new Rows(scenario, builder.view());
    }

    /** In the order of the history, each where it begins. Rules have no deeds. */
    public static List<Deed> of(Scenario scenario, Simulation simulation) {
        Deeds deeds = new Deeds(scenario);
        List<Moment> history = simulation.history();
        if (scenario.machine().rules().isEmpty()) {
            for (int i = 1; i < history.size(); i++) {
                deeds.step(i, history.get(i - 1).state(), history.get(i).by());
            }
        }
        return List.copyOf(deeds.deeds);
    }

    private void step(int number, long[] before, Transition transition) {
        Actor actor = builder.actor(transition, before);
        Deed.Kind kind = kind(actor);
        if (kind == Deed.Kind.INTERRUPTION) {
            interruption(number, actor, before, transition);
            return;
        }
        for (Row row : rows.of(before, transition)) {
            boolean user = actor.cpu().isPresent()
                    && builder.view().context(row.before, actor.cpu().getAsInt()).equals("user");
            Span span = user ? innermost(row) : row.path.getFirst();
            String statement = rows.line(span);
            if (!Row.isControl(statement) && !statement.matches(BODY)) {
                add(new Deed(number, actor, kind, scenario.shortened(span.file()) + ":" + span.line(),
                        statement, user, user ? registers(row, actor.cpu()) : List.of()), span);
            }
        }
    }

    private Deed.Kind kind(Actor actor) {
        return scenario.program().tasks().stream().filter(task -> task.name().equals(actor.name()))
                .findFirst()
                .map(Program.Task::kernelThread)
                .map(thread -> thread ? Deed.Kind.KERNEL_THREAD : Deed.Kind.TASK)
                .orElse(Deed.Kind.INTERRUPTION);
    }

    /** The scenario's own statement that stands last among the calls. */
    private Span innermost(Row row) {
        return row.path.stream().filter(span -> !scenario.isLibrary(span.file())).reduce((_, last) -> last)
                .orElse(row.path.getFirst());
    }

    private List<Change> registers(Row row, OptionalInt cpu) {
        return builder.view().changes(row.before, row.after, cpu).stream()
                .filter(change -> change.lane() == Change.Lane.REGISTERS).toList();
    }

    private void add(Deed deed, Span span) {
        Optional<Latest> same = Optional.ofNullable(latest.get(deed.actor().name()))
                .filter(last -> last.file().equals(span.file()) && last.line() == span.line());
        if (same.isPresent()) {
            int position = same.get().position();
            deeds.set(position, deeds.get(position).and(deed.registers()));
        } else {
            latest.put(deed.actor().name(), new Latest(deeds.size(), span.file(), span.line()));
            deeds.add(deed);
        }
    }

    /** What somebody who is interrupted can say: that it happened, and who runs afterwards. */
    private void interruption(int number, Actor actor, long[] before, Transition transition) {
        List<Row> all = rows.of(before, transition);
        if (all.isEmpty() || actor.cpu().isEmpty()) {
            return;
        }
        int cpu = actor.cpu().getAsInt();
        String from = builder.view().running(before).get(cpu).split(" ")[0];
        String to = builder.view().running(transition.to()).get(cpu).split(" ")[0];
        Span span = all.getFirst().path.getFirst();
        String statement = from.equals(to) ? rows.line(span) : "switch from " + from + " to " + to;
        String where = scenario.shortened(span.file()) + ":" + span.line();
        if (!from.equals(to)) {
            deeds.add(new Deed(number, actor, Deed.Kind.INTERRUPTION, where, statement, false, List.of()));
        } else if (!actor.context().startsWith("of ")) {
            all.stream().map(row -> row.path.getFirst()).filter(one -> !Row.isControl(rows.line(one)))
                    .forEach(one -> add(new Deed(number, actor, Deed.Kind.INTERRUPTION,
                            scenario.shortened(one.file()) + ":" + one.line(), rows.line(one), false,
                            List.of()), one));
        }
    }
}
