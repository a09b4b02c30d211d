package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.xstate.sim.library.Part;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.scenario.Scenario;

/** When a copy was given another value: the life of one cell of the machine. For one thread at a time. */
public final class CopyChanges {

    private final Copies copies;
    private final Situation situation;
    private final StepLines lines;

    private CopyChanges(Scenario scenario, Copies copies, Words words) {
        this.copies = copies;
        this.situation = new Situation(scenario, copies, words);
        this.lines = new StepLines(scenario);
    }

    /** Empty for a model that is not about a processor. */
    public static Optional<CopyChanges> of(Scenario scenario) {
        Words words = new Words(scenario.program(), scenario.machine());
        return scenario.map().map(map -> new CopyChanges(scenario,
                new Copies(scenario.program(), scenario.machine(), map, words), words));
    }

    /**
     * One copy.
     *
     * @param kind   of its row
     * @param number of its row
     * @param object of its row, for an image
     * @param parts  numbers of the parts that are meant
     */
    public record Copy(MachineSnapshot.Kind kind, int number, String object, List<Integer> parts) {
        public Copy {
            parts = List.copyOf(parts);
        }
    }

    /** @param place where the line that changed it ends @param line that did it @param value afterwards */
    public record Changed(Position place, StepLines.Line line, String value) {
    }

    /** The last change at or before a place; empty if it has been as it is since the beginning. */
    public Optional<Changed> last(List<Moment> history, Copy copy, Position place,
            BooleanSupplier cancelled) {
        for (int step = place.step(); step > 0 && !cancelled.getAsBoolean(); step--) {
            List<Changed> changes = in(history, copy, step).stream()
                    .filter(change -> change.place().compareTo(place) <= 0).toList();
            if (!changes.isEmpty()) {
                return Optional.of(changes.getLast());
            }
        }
        return Optional.empty();
    }

    /** The first change behind a place. */
    public Optional<Changed> next(List<Moment> history, Copy copy, Position place,
            BooleanSupplier cancelled) {
        for (int step = Math.max(1, place.step()); step < history.size()
                && !cancelled.getAsBoolean(); step++) {
            Optional<Changed> change = in(history, copy, step).stream()
                    .filter(one -> one.place().compareTo(place) > 0).findFirst();
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    /** Those of one step, in order. */
    private List<Changed> in(List<Moment> history, Copy copy, int step) {
        String value = value(history.get(step - 1).state(), copy);
        // a value that comes back within the step is nothing that anybody else could see
        if (value.equals(value(history.get(step).state(), copy))) {
            return List.of();
        }
        List<Changed> changes = new ArrayList<>();
        for (StepLines.Line line : lines.of(history, step)) {
            String now = value(Places.state(history, line.end()), copy);
            if (!now.equals(value)) {
                changes.add(new Changed(line.end(), line, now));
                value = now;
            }
        }
        return changes;
    }

    private String value(long[] state, Copy copy) {
        Function<Part, Optional<String>> of = switch (copy.kind()) {
            case CPU -> part -> Optional.of(copies.register(state, copy.number(), part));
            case TASK -> part -> copies.memory(state, copy.number(), part);
            case PARKED -> part -> situation.parked(state, copy.number(), part);
            case IMAGE -> part -> copies.value(state, copy.object(), part);
        };
        return String.join(", ", copy.parts().stream()
                .map(number -> of.apply(copies.parts().get(number)).orElse("none")).toList());
    }
}
