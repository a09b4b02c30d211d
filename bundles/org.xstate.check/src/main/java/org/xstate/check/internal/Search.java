package org.xstate.check.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.xstate.check.CancelToken;
import org.xstate.check.Counterexample;
import org.xstate.check.Counts;
import org.xstate.check.Exploration;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.ProgressListener;
import org.xstate.check.TransitionSystem;
import org.xstate.check.Verdict;

/** One exploration: level after level until a level is empty, a violation was found, or a bound was reached. */
public final class Search {

    private final TransitionSystem system;
    private final ExplorationOptions options;
    private final Memory memory;
    private final Control control;

    private final List<Level> levels = new ArrayList<>();
    private Counts counts;

    public Search(TransitionSystem system, ExplorationOptions options, CancelToken token,
            ProgressListener listener) {
        this.system = system;
        this.options = options;
        memory = new Memory(options.maxMemory());
        control = new Control(options, token, listener, memory);
        counts = new Counts(0, 0, 0, 0,
                LongStream.generate(() -> 0).limit(system.actions().size()).boxed().toList());
    }

    public Exploration run() {
        Optional<StateTable> table = StateTable.create(memory, system.words(), options.threads());
        if (table.isEmpty()) {
            return outcome(Verdict.UNDECIDED, Optional.empty(), Optional.of(Limit.MEMORY));
        }
        try (StateTable visited = table.get();
                LevelMemory store = new LevelMemory(memory, system.words());
                Team<FirstViolation> team = new Team<>(system, options, visited, control,
                        evaluator -> new FirstViolation(evaluator, system.words(), options.deadlocks()))) {
            return explore(team, store);
        }
    }

    private Exploration explore(Team<FirstViolation> team, LevelMemory store) {
        Level level = new Level(store);
        team.seed(level);
        while (true) {
            Optional<Limit> limit = control.halt().or(control::full);
            if (limit.isEmpty()) {
                complete(level, team);
            }
            Optional<Violation> violation = team.watches().stream().map(FirstViolation::violation)
                    .flatMap(Optional::stream).min(Violation.ORDER);
            if (violation.isPresent() && !limit.equals(Optional.of(Limit.CANCELLED))) {
                return violated(violation.get(), limit);
            }
            if (limit.isPresent()) {
                return outcome(Verdict.UNDECIDED, Optional.empty(), limit);
            }
            if (level.states() == 0) {
                return outcome(Verdict.HOLDS, Optional.empty(), Optional.empty());
            }
            Level next = new Level(store);
            team.expand(level, levels.size() - 1, next);
            level = next;
        }
    }

    /** Takes a complete level and the transitions that led to it into the counts. */
    private void complete(Level level, Team<FirstViolation> team) {
        if (level.states() > 0) {
            levels.add(level);
        }
        Tally tally = team.tally();
        counts = new Counts(counts.states() + level.states(), tally.transitions(),
                Math.max(0, levels.size() - 1),
                tally.deadlocks(), LongStream.of(tally.fired()).boxed().toList());
    }

    private Exploration violated(Violation violation, Optional<Limit> limit) {
        Optional<Counterexample> path = new PathSearch(system, levels, control).to(violation);
        return path.isPresent()
                ? outcome(Verdict.VIOLATED, path, limit)
                : outcome(Verdict.UNDECIDED, Optional.empty(), Optional.of(Limit.CANCELLED));
    }

    private Exploration outcome(Verdict verdict, Optional<Counterexample> path, Optional<Limit> limit) {
        return new Exploration(verdict, counts, path, limit, control.states(), memory.peak(),
                control.elapsed());
    }
}
