package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Moves;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;

/** Tells the history of a simulation. */
public final class TraceBuilder {

    private final Scenario scenario;
    private final Machine machine;
    private final StateView view;
    private final Optional<KernelView> kernel;
    private final Optional<Copies> copies;

    TraceBuilder(Scenario scenario) {
        this.scenario = scenario;
        this.machine = scenario.machine();
        Words words = new Words(scenario.program(), machine);
        copies = scenario.map().map(map -> new Copies(scenario.program(), machine, map, words));
        kernel = copies.map(known -> new KernelView(machine, words, known));
        view = kernel.isPresent() ? kernel.get() : new PlainView(machine, words);
    }

    StateView view() {
        return view;
    }

    /** The whole history of the simulation, whose machine is the scenario's. */
    public static Trace of(Scenario scenario, Simulation simulation) {
        return new TraceBuilder(scenario).build(simulation);
    }

    /** What the possible next steps begin with, in the order in which the simulation gives them. */
    public static List<String> possible(Scenario scenario, Simulation simulation) {
        TraceBuilder builder = new TraceBuilder(scenario);
        long[] state = simulation.history().get(simulation.position().step()).state();
        return simulation.possible().stream().map(transition -> builder.beginning(state, transition))
                .toList();
    }

    private String beginning(long[] state, Transition transition) {
        Actor actor = actor(transition, state);
        List<Row> all = new Rows(scenario, view).of(state, transition);
        List<Row> kept = kept(all, List.of(), actor);
        List<Row> rows = kept.isEmpty() ? representative(all, actor.cpu()) : kept;
        if (rows.isEmpty()) {
            return "";
        }
        TraceLine first = lines(rows.subList(0, 1), actor, net(rows, actor)).getFirst();
        return first.place() + "  " + first.statement();
    }

    /** One step by itself, told as in a trace, each line with the number of events at its end. */
    List<StepLines.Line> lines(int number, long[] before, Transition transition) {
        Actor actor = actor(transition, before);
        List<Row> all = new Rows(scenario, view).of(before, transition);
        List<Row> kept = kept(all, List.of(), actor);
        boolean quiet = kept.isEmpty() && !actor.context().startsWith("→");
        List<Row> rows = kept.isEmpty() ? representative(all, actor.cpu()) : kept;
        List<TraceLine> lines = lines(rows, actor, net(all, actor));
        int events = transition.events().size();
        List<StepLines.Line> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i == lines.size() - 1 ? events : rows.get(i).end;
            told.add(new StepLines.Line(new Position(number, end), actor, lines.get(i), quiet));
        }
        return told;
    }

    private Trace build(Simulation simulation) {
        List<Moment> history = simulation.history();
        Rows rows = new Rows(scenario, view);
        List<List<Row>> steps = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            steps.add(rows.of(history.get(i - 1).state(), history.get(i).by()));
        }
        Optional<TraceEnd> end = simulation.violation()
                .map(violation -> new EndOfTrace(scenario, view, kernel, copies).of(simulation, violation,
                        steps));
        List<TraceStep> told = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            Transition transition = history.get(i).by();
            Actor actor = actor(transition, history.get(i - 1).state());
            boolean goesOn = i < steps.size() && history.get(i + 1).by().action() == transition.action();
            List<Row> kept = kept(steps.get(i - 1), goesOn ? steps.get(i) : List.of(), actor);
            boolean last = end.isPresent() && i == history.size() - 1;
            boolean quiet = kept.isEmpty() && !last && !actor.context().startsWith("→");
            if (kept.isEmpty()) {
                kept = representative(steps.get(i - 1), actor.cpu());
            }
            if (last && !kept.isEmpty()) {
                kept.getLast().marks.add("violated here");
            }
            told.add(new TraceStep(i, actor, lines(kept, actor, net(steps.get(i - 1), actor)), quiet));
        }
        long[] first = history.getFirst().state();
        return new Trace(machine.rules().isEmpty() ? machine.cpus() : 0, view.running(first),
                view.start(simulation.firstBeginning(), first), told, end);
    }

    private Optional<Process> actor(Transition transition) {
        int number = transition.action() - machine.rules().size();
        return number < 0 ? Optional.empty() : Optional.of(machine.processes().get(number));
    }

    Actor actor(Transition transition, long[] before) {
        Optional<Process> process = actor(transition);
        if (process.isEmpty()) {
            return new Actor(OptionalInt.empty(), machine.rules().get(transition.action()).name(), "");
        }
        OptionalInt cpu = transition.cpu() < 0 ? OptionalInt.empty() : OptionalInt.of(transition.cpu());
        return switch (process.get().kind()) {
            case TASK -> new Actor(cpu, process.get().name(), context(transition, before, cpu));
            case TASK_INTERRUPT -> new Actor(cpu, process.get().name(),
                    "of " + Moves.taskName(machine, process.get().instance()));
            case CPU_INTERRUPT -> new Actor(cpu, process.get().name(), "");
        };
    }

    /** Where it executes; with an arrow if the step takes it from user mode to the kernel or back. */
    private String context(Transition transition, long[] before, OptionalInt cpu) {
        if (cpu.isEmpty()) {
            return "";
        }
        String from = view.context(before, cpu.getAsInt());
        String to = view.context(transition.to(), cpu.getAsInt());
        return from.equals(to) ? from : "→ " + to;
    }

    /**
     * The rows that a reader needs: what changes something, and the scenario's own statements, but those that only lead
     * on to others.
     *
     * @param next rows of the next step if it is the same process that goes on
     */
    private List<Row> kept(List<Row> rows, List<Row> next, Actor actor) {
        Set<String> net = net(rows, actor);
        List<Row> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Optional<Row> following = i + 1 < rows.size()
                    ? Optional.of(rows.get(i + 1))
                    : next.stream().findFirst();
            boolean leadsOn = row.isControl()
                    || following.filter(one -> row.calls(one) && one.own).isPresent()
                    || following.filter(one -> row.continues(one.path)).isPresent();
            boolean matters = !changes(row, actor, net).isEmpty() || !row.marks.isEmpty()
                    || !row.notes.isEmpty();
            if (matters || row.own && !leadsOn) {
                if (!kept.isEmpty() && kept.getLast().mere && row.continues(kept.getLast().path)) {
                    kept.removeLast();
                }
                kept.add(row);
                row.mere = !matters;
            }
        }
        return kept;
    }

    /**
     * The line of a step in which nothing matters: where it enters or leaves the kernel, else the last statement that
     * does something.
     */
    private List<Row> representative(List<Row> rows, OptionalInt cpu) {
        Optional<Row> crossing = rows.stream().filter(row -> cpu.isPresent()
                && !view.context(row.before, cpu.getAsInt()).equals(view.context(row.after, cpu.getAsInt())))
                .findFirst();
        return crossing.or(() -> rows.stream().filter(row -> !row.isControl()).reduce((_, last) -> last))
                .or(() -> rows.stream().reduce((_, last) -> last)).map(List::of).orElse(List.of());
    }

    /**
     * In the library, what the kernel notes and takes back within the step is left out: nobody can see it.
     *
     * @param net subjects of what the step as a whole changes
     */
    private List<Change> changes(Row row, Actor actor, Set<String> net) {
        List<Change> changes = new ArrayList<>(row.locals);
        view.changes(row.before, row.after, actor.cpu()).stream()
                .filter(change -> row.own || change.lane() != Change.Lane.BOOKKEEPING
                        || net.contains(change.subject()))
                .forEach(changes::add);
        return changes;
    }

    private Set<String> net(List<Row> rows, Actor actor) {
        return rows.isEmpty()
                ? Set.of()
                : view.changes(rows.getFirst().before, rows.getLast().after, actor.cpu()).stream()
                        .map(Change::subject).collect(Collectors.toSet());
    }

    private List<TraceLine> lines(List<Row> rows, Actor actor, Set<String> net) {
        List<TraceLine> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new TraceLine(scenario.shortened(row.span.file()), row.span.line(),
                    row.notes.isEmpty() ? row.statement : String.join("; ", row.notes),
                    changes(row, actor, net),
                    row.marks.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", row.marks))));
        }
        if (lines.isEmpty()) {
            lines.add(new TraceLine(scenario.shortened(scenario.source()), 1, "nothing", List.of(),
                    Optional.empty()));
        }
        return lines;
    }
}
