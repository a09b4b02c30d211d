package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import org.xstate.model.run.Event;
import org.xstate.model.run.Write;
import org.xstate.sim.library.Part;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.MachineSnapshot.Cell;
import org.xstate.sim.trace.MachineSnapshot.Chip;
import org.xstate.sim.trace.MachineSnapshot.Column;
import org.xstate.sim.trace.MachineSnapshot.Kind;
import org.xstate.sim.trace.MachineSnapshot.Row;
import org.xstate.sim.trace.MachineSnapshot.Was;

/**
 * Makes snapshots of the machine of one scenario. Images that are nobody's buffer have a row from where on they were used
 * anywhere in the history, so that rows do not come and go while somebody walks through it. For one thread at a time.
 */
public final class Snapshots {

    private final Copies copies;
    private final Words words;
    private final Situation situation;
    private final Contexts contexts;
    private final Judge judge;
    private final Transfers transfers;
    private final StepLines lines;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<Integer> usedParts = new LinkedHashSet<>();
    private int looked;
    private Optional<Moment> last = Optional.empty();

    private Snapshots(Scenario scenario, Copies copies, Words words) {
        this.copies = copies;
        this.words = words;
        this.situation = new Situation(scenario, copies, words);
        this.contexts = new Contexts(scenario.machine());
        this.judge = new Judge(copies, words, situation);
        this.transfers = new Transfers(scenario.machine(), copies);
        this.lines = new StepLines(scenario);
    }

    /** Empty for a model that is not about a processor: one in rule form. */
    public static Optional<Snapshots> of(Scenario scenario) {
        Words words = new Words(scenario.program(), scenario.machine());
        return scenario.map().map(map -> new Snapshots(scenario,
                new Copies(scenario.program(), scenario.machine(), map, words), words));
    }

    /**
     * The machine at a place of a history, and what changed since the line before it.
     *
     * @param history the initial moment first
     */
    public MachineSnapshot at(List<Moment> history, Position place) {
        return between(history, lines.before(history, place), place);
    }

    /** The same, with all that changed since an earlier place of the same step, or since the step before it. */
    public MachineSnapshot between(List<Moment> history, Position from, Position place) {
        look(history);
        long[] before = Places.state(history, from);
        long[] state = Places.state(history, place);
        Moments at = new Moments(history.get(Math.max(0, place.step() - 1)).state(), before, state);
        List<Row> rows = new ArrayList<>();
        for (int cpu = 0; cpu < copies.cpus(); cpu++) {
            int number = cpu;
            rows.add(row(Kind.CPU, cpu, "CPU" + cpu, "", chips(before, state).cpu(cpu), at,
                    when -> part -> judge.register(when, number, part)));
        }
        for (int task = 0; task < copies.tasks(); task++) {
            tasks(task, at, rows);
        }
        Set<String> buffers = Set
                .copyOf(rows.stream().map(Row::object).filter(name -> !name.isEmpty()).toList());
        List<String> others = copies.images().stream()
                .filter(image -> used.contains(image) && !buffers.contains(image)).toList();
        for (int i = 0; i < others.size(); i++) {
            String image = others.get(i);
            rows.add(row(Kind.IMAGE, i, image.replaceAll("\\.(regs|fx)$", ""), image,
                    chips(before, state).image(image), at,
                    when -> part -> judge.image(when, image, part)));
        }
        OptionalInt cpu = place.step() == 0 || history.get(place.step()).by().cpu() < 0
                ? OptionalInt.empty()
                : OptionalInt.of(history.get(place.step()).by().cpu());
        return new MachineSnapshot(place, columns(rows), rows,
                transfers.of(Places.events(history, from, place), cpu, rows, before));
    }

    private List<Column> columns(List<Row> rows) {
        for (int i = 0; i < copies.parts().size(); i++) {
            int column = i;
            boolean holds = rows.stream().map(row -> row.cells().get(column))
                    .anyMatch(cell -> cell.content() == MachineSnapshot.Content.VALUE
                            || cell.changed());
            if (holds) {
                usedParts.add(i);
            }
        }
        return copies.parts().stream().map(part -> new Column(part.component(),
                copies.component(part.component()), part.number(), copies.name(part),
                usedParts.contains(part.number()))).toList();
    }

    private void tasks(int task, Moments at, List<Row> rows) {
        long[] state = at.state();
        String name = words.task(task);
        rows.add(row(Kind.TASK, task, name, copies.buffer(state, task).orElse(""),
                chips(at.before(), state).task(task), at,
                when -> part -> judge.memory(when, task, part)));
        boolean parks = copies.buffer(state, task).isPresent()
                && copies.parts().stream().anyMatch(part -> situation.isLeftOut(part)
                        && situation.parked(state, task, part).isPresent());
        if (parks) {
            rows.add(row(Kind.PARKED, task, name, copies.independent(state, task).orElse(""), List.of(),
                    at, when -> part -> judge.parked(when, task, part)));
        }
    }

    private Chips chips(long[] before, long[] state) {
        return new Chips(copies, words, situation, contexts, before, state);
    }

    private Row row(Kind kind, int number, String name, String object, List<Chip> chips, Moments at,
            Function<long[], Function<Part, Judge.Verdict>> judged) {
        List<Cell> cells = new ArrayList<>();
        for (Part part : copies.parts()) {
            Judge.Verdict now = at.judge(at.state(), judged, part);
            Judge.Verdict old = at.judge(at.before(), judged, part);
            boolean same = now.value().equals(old.value()) && now.standing() == old.standing();
            cells.add(new Cell(now.standing(), now.content(), now.value(), now.task(), now.must(),
                    now.reason(),
                    same ? Optional.empty() : Optional.of(new Was(old.standing(), old.value()))));
        }
        return new Row(kind, number, name, object, chips, cells);
    }

    /**
     * The states that a snapshot is made from.
     *
     * @param start  of the step
     * @param before the last statement
     * @param state  where it is made
     */
    private record Moments(long[] start, long[] before, long[] state) {

        /** What was wrong before a critical section was opened goes on to be wrong while nobody touches it. */
        Judge.Verdict judge(long[] when, Function<long[], Function<Part, Judge.Verdict>> judged, Part part) {
            Judge.Verdict verdict = judged.apply(when).apply(part);
            if (verdict.standing() != Standing.CHANGING) {
                return verdict;
            }
            Judge.Verdict first = judged.apply(start).apply(part);
            boolean still = first.standing() == Standing.WRONG && first.value().equals(verdict.value())
                    && first.must().equals(verdict.must());
            return still ? first : verdict;
        }
    }

    /** Finds the images that are used in moments that were not looked at yet. */
    private void look(List<Moment> history) {
        boolean goesOn = looked > 0 && looked <= history.size()
                && last.filter(one -> one == history.get(looked - 1)).isPresent();
        if (!goesOn) {
            looked = 0;
            used.clear();
            usedParts.clear();
        }
        for (int i = Math.max(1, looked); i < history.size(); i++) {
            history.get(i).by().events().forEach(this::look);
        }
        looked = history.size();
        last = Optional.of(history.getLast());
    }

    private void look(Event event) {
        for (Write write : event.writes()) {
            if (write.before() != write.after()) {
                transfers.image(write.slot()).ifPresent(used::add);
                transfers.part(write.slot()).ifPresent(usedParts::add);
            }
        }
    }
}
