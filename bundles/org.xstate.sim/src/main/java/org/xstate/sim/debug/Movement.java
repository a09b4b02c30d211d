package org.xstate.sim.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.xstate.model.run.Transition;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;

/**
 * One movement through the history of a simulation, a statement at a time, so that whoever drives it can stop it, look in
 * between, and ask somebody which of several steps is to be taken. Forwards it follows the history and takes new steps at
 * its end; backwards it takes nothing back for good.
 */
public final class Movement {

    /** Why a movement is over. */
    public enum Reason {
        /** The goal is reached. */
        GOAL,
        /** Something stopped it on the way. */
        STOP_POINT,
        /** A claim is violated; no step goes on from there. */
        VIOLATION,
        /** No step is possible. */
        END,
        /** The history has no earlier place. */
        BEGINNING,
        /** Steps are possible, but none of the one who is stepped. */
        CANNOT
    }

    /** What came of one statement. */
    public sealed interface Progress {

        /** It goes on. */
        record Going() implements Progress {
        }

        /** One of several steps has to be chosen, by {@link #choose}. */
        record Choose(List<Choice> choices) implements Progress {
            public Choose {
                choices = List.copyOf(choices);
            }
        }

        /** It is over. @param at what stopped it, if something did */
        record Stopped(Reason reason, Optional<StopPoint> at) implements Progress {
        }
    }

    /** @param number among the possible steps @param move its name */
    public record Choice(int number, String move) {
    }

    private static final Subject EVERYONE = new Subject.Everyone();
    private static final Progress GOING = new Progress.Going();

    private final Simulation simulation;
    private final Places places;
    private final Goal goal;
    private final List<StopPoint> stops;
    private final Optional<CallStack> start;
    private final Backwards backwards;
    private OptionalInt chosen = OptionalInt.empty();
    private boolean moved;

    /** From where the simulation stands, which nobody else moves meanwhile. */
    public Movement(Simulation simulation, Goal goal, List<StopPoint> stops) {
        this.simulation = simulation;
        this.places = new Places(simulation);
        this.goal = goal;
        this.stops = new ArrayList<>(stops);
        if (goal instanceof Goal.Place(StopPoint point)) {
            this.stops.add(point);
        }
        this.start = subject().flatMap(places::of);
        boolean ended = start.isEmpty() && subject().filter(Subject.Everyone.class::isInstance).isEmpty();
        this.backwards = new Backwards(ended ? 1 : Backwards.depth(start));
    }

    private Optional<Subject> subject() {
        return switch (goal) {
            case Goal.Line line -> Optional.of(line.subject());
            case Goal.Statement statement -> Optional.of(statement.subject());
            case Goal.End _,Goal.Place _ -> Optional.empty();
        };
    }

    /** Answers {@link Progress.Choose}. */
    public void choose(int number) {
        chosen = OptionalInt.of(number);
    }

    /** One statement more. */
    public Progress advance() {
        return goal.back() ? back() : forward();
    }

    private static Progress stopped(Reason reason) {
        return new Progress.Stopped(reason, Optional.empty());
    }

    private Progress forward() {
        Optional<Position> ahead = simulation.ahead();
        if (ahead.isEmpty()) {
            simulation.moveTo(simulation.end());
            return simulation.violation().isPresent() ? stopped(Reason.VIOLATION) : extend();
        }
        Sight next = sight(ahead.get());
        Optional<StopPoint> before = moved ? first(point -> point.before(next)) : Optional.empty();
        if (before.isPresent()) {
            return at(before.get());
        }
        simulation.moveTo(ahead.get());
        moved = true;
        if (simulation.violation().isPresent() && simulation.position().equals(simulation.end())) {
            return stopped(Reason.VIOLATION);
        }
        Optional<StopPoint> after = first(point -> point.after(next));
        if (after.isPresent()) {
            return at(after.get());
        }
        return isReached(next) ? stopped(Reason.GOAL) : GOING;
    }

    private Progress at(StopPoint point) {
        boolean wanted = goal instanceof Goal.Place(StopPoint place) && place.equals(point);
        return new Progress.Stopped(wanted ? Reason.GOAL : Reason.STOP_POINT, Optional.of(point));
    }

    private Sight sight(Position behind) {
        Transition by = simulation.moment(behind.step()).by();
        return new Sight(simulation, behind, by, by.events().get(behind.event() - 1));
    }

    private Optional<StopPoint> first(java.util.function.Predicate<StopPoint> stops) {
        return this.stops.stream().filter(stops).findFirst();
    }

    /** Takes a step; its statements are then gone through like those of the history. */
    private Progress extend() {
        List<Transition> possible = simulation.possible();
        if (possible.isEmpty()) {
            return stopped(Reason.END);
        }
        List<String> names = simulation.names(possible);
        List<Choice> choices = choices(possible, names);
        if (choices.isEmpty()) {
            return stopped(Reason.CANNOT);
        }
        if (choices.size() > 1 && chosen.isEmpty()) {
            return new Progress.Choose(choices);
        }
        Position from = simulation.position();
        simulation.take(chosen.orElse(choices.getFirst().number()));
        chosen = OptionalInt.empty();
        boolean told = simulation.moment(simulation.steps()).by().events().isEmpty();
        simulation.moveTo(told ? simulation.end() : from);
        return GOING;
    }

    /** Of a CPU, what goes on there: an interrupt begins when it is asked for. */
    private List<Choice> choices(List<Transition> possible, List<String> names) {
        List<Subject> wanted = new ArrayList<>();
        if (subject().orElse(EVERYONE) instanceof Subject.Cpu(int cpu)) {
            List<Integer> contexts = places.contexts(cpu);
            contexts.stream().reduce((_, inner) -> inner)
                    .ifPresent(inner -> wanted.add(new Subject.Process(inner)));
        }
        wanted.add(subject().orElse(EVERYONE));
        return wanted.stream().map(who -> IntStream.range(0, possible.size())
                .filter(i -> places.isBy(possible.get(i), who))
                .mapToObj(i -> new Choice(i, names.get(i))).toList())
                .filter(choices -> !choices.isEmpty()).findFirst().orElse(List.of());
    }

    private boolean isReached(Sight done) {
        return switch (goal) {
            case Goal.Line line -> places.isBy(done.by(), line.subject())
                    && isReached(line.step(), places.of(line.subject()));
            case Goal.Statement statement -> places.isBy(done.by(), statement.subject());
            case Goal.End _,Goal.Place _ -> false;
        };
    }

    private boolean isReached(Goal.Step step, Optional<CallStack> now) {
        int from = Backwards.depth(start);
        int to = Backwards.depth(now);
        boolean elsewhere = to == from && (to == 0 || !now.orElseThrow().isAt(start.orElseThrow()));
        return switch (step) {
            case INTO -> to != from || elsewhere;
            case OVER -> to < from || elsewhere;
            case OUT -> to < from;
        };
    }

    private Progress back() {
        Position at = simulation.position();
        if (at.equals(new Position(0, 0))) {
            return backwards.found().isPresent() ? goal() : stopped(Reason.BEGINNING);
        }
        if (at.event() == 0) {
            simulation.back();
            return GOING;
        }
        Sight undone = sight(at);
        Optional<StopPoint> after = moved ? first(point -> point.after(undone)) : Optional.empty();
        if (after.isPresent()) {
            return at(after.get());
        }
        simulation.back();
        moved = true;
        Optional<StopPoint> before = first(point -> point.before(undone));
        if (before.isPresent()) {
            return at(before.get());
        }
        return switch (goal) {
            case Goal.Line line when places.isBy(undone.by(), line.subject()) ->
                backwards.isOver(line.step(), places.of(line.subject()), simulation.position())
                        ? goal()
                        : GOING;
            case Goal.Statement statement when places.isBy(undone.by(), statement.subject()) ->
                stopped(Reason.GOAL);
            default -> GOING;
        };
    }

    private Progress goal() {
        backwards.found().ifPresent(simulation::moveTo);
        return stopped(Reason.GOAL);
    }
}
