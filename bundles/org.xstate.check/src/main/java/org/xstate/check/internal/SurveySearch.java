package org.xstate.check.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.check.CancelToken;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.ProgressListener;
import org.xstate.check.TransitionSystem;
import org.xstate.check.survey.Valuation;
import org.xstate.model.state.StateLayout;

/** One survey: level after level, of which only the last two are kept, until nothing is left to expand. */
public final class SurveySearch {

    private final TransitionSystem system;
    private final ExplorationOptions options;
    private final Valuations valuations;
    private final List<StateLayout.Field> observed;
    private final boolean onward;
    private final Memory memory;
    private final Control control;
    private final boolean[] closed;
    private int depth;

    /**
     * What was found.
     *
     * @param transitions successors that were evaluated
     * @param depth       steps to the most distant level that was expanded
     */
    public record Found(List<Valuation> valuations, Optional<Limit> limit, long states, long transitions,
            int depth, long peakMemory, Duration elapsed) {
    }

    /** @param onward whether a violation of a valuation is no reason to leave the rest of it */
    public SurveySearch(TransitionSystem system, ExplorationOptions options, Valuations valuations,
            List<StateLayout.Field> observed, boolean onward, CancelToken token, ProgressListener listener) {
        this.system = system;
        this.options = options;
        this.valuations = valuations;
        this.observed = observed;
        this.onward = onward;
        memory = new Memory(options.maxMemory());
        control = new Control(options, token, listener, memory);
        closed = new boolean[valuations.count()];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = !valuations.isWanted(i);
        }
    }

    public Found run() {
        Optional<StateTable> table = StateTable.create(memory, system.words(), options.threads());
        if (table.isEmpty()) {
            return new Found(List.of(), Optional.of(Limit.MEMORY), 0, 0, 0, memory.peak(), control.elapsed());
        }
        try (StateTable visited = table.get();
                Team<Surveyor> team = new Team<>(system, options, visited, control,
                        evaluator -> new Surveyor(evaluator, valuations, observed, closed))) {
            Optional<Limit> limit = explore(team);
            return new Found(summary(team.watches(), limit), limit, control.states(),
                    team.tally().transitions(), depth, memory.peak(), control.elapsed());
        }
    }

    private Optional<Limit> explore(Team<Surveyor> team) {
        LevelMemory here = new LevelMemory(memory, system.words());
        try {
            Level level = new Level(here);
            team.seed(level);
            for (int next = 0; level.states() > 0 && limit().isEmpty() && !control.halted(); next++) {
                depth = next;
                close(team.watches());
                LevelMemory there = new LevelMemory(memory, system.words());
                Level following = new Level(there);
                try {
                    team.expand(level, depth, following);
                } finally {
                    here.close();
                    here = there;
                }
                level = following;
            }
        } finally {
            here.close();
        }
        return limit();
    }

    private Optional<Limit> limit() {
        return control.halt().or(control::full);
    }

    /** Takes the violated valuations out of what is explored further. */
    private void close(List<Surveyor> surveyors) {
        if (onward) {
            return;
        }
        for (Surveyor one : surveyors) {
            for (int i = 0; i < closed.length; i++) {
                closed[i] |= one.isViolated(i);
            }
        }
    }

    private List<Valuation> summary(List<Surveyor> surveyors, Optional<Limit> limit) {
        List<Valuation> all = new ArrayList<>();
        for (int i = 0; i < closed.length; i++) {
            int number = i;
            List<Notes> parts = surveyors.stream().flatMap(one -> one.notes(number).stream()).toList();
            if (!parts.isEmpty()) {
                Notes sum = new Notes();
                parts.forEach(sum::add);
                boolean cut = limit.isPresent() && sum.lastLevel() >= depth;
                all.add(sum.valuation(valuations.values(number), !cut || !onward && sum.isViolated()));
            }
        }
        return all;
    }
}
