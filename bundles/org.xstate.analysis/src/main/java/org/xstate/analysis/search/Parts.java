package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.ProgressListener;
import org.xstate.check.survey.Survey;
import org.xstate.check.survey.SurveyPlan;
import org.xstate.check.survey.SurveyResult;
import org.xstate.check.survey.Valuation;
import org.xstate.model.link.Machine;
import org.xstate.sim.scenario.ScenarioLoader;

/**
 * Explores many combinations in parts: a machine for each, in which the knobs begin with the combinations of that part and no
 * others. Parts go side by side, each with one thread, since most of the time goes into making machines.
 */
final class Parts {

    /** Most combinations of a part: they are the beginnings of its machine. */
    private static final int MOST_ROWS = 6144;

    /** Fewest, because each part has a machine to be made. */
    private static final int LEAST_ROWS = 64;

    /** Parts to aim at between these, so that several threads have something to do. */
    private static final int PARTS = 16;

    private final SearchRequest request;
    private final KnobSpace space;
    private final Checkpoint checkpoint;
    private final CancelToken token;

    Parts(SearchRequest request, KnobSpace space, Checkpoint checkpoint, CancelToken token) {
        this.request = request;
        this.space = space;
        this.checkpoint = checkpoint;
        this.token = token;
    }

    /**
     * What came of each row, in order.
     *
     * @param step    names what is done, for the checkpoint
     * @param rows    values of what {@link Judge#names} lists; may repeat
     * @param onward  whether to explore on behind violations, and note costs
     * @param started hears how many parts there are, then how many are done
     * @throws CancellationException if the search was cancelled
     */
    List<RowResult> explore(String step, Judge judge, List<List<Long>> rows, boolean onward,
            IntConsumer started, IntConsumer done) {
        List<List<Long>> distinct = List.copyOf(new LinkedHashSet<>(rows));
        int size = Math.clamp((distinct.size() + PARTS - 1) / PARTS, LEAST_ROWS, MOST_ROWS);
        int parts = (distinct.size() + size - 1) / size;
        started.accept(parts);
        List<Future<List<RowResult>>> running = new ArrayList<>();
        Map<List<Long>, RowResult> results = new HashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(request.threads())) {
            for (int i = 0; i < parts; i++) {
                String name = step + "." + i + "of" + parts;
                List<List<Long>> part = distinct.subList(i * size, Math.min(distinct.size(), (i + 1) * size));
                running.add(pool.submit(() -> part(name, judge, part, onward)));
            }
            for (int i = 0; i < parts; i++) {
                List<RowResult> part = await(running.get(i), pool);
                for (int row = 0; row < part.size(); row++) {
                    results.put(distinct.get(i * size + row), part.get(row));
                }
                done.accept(i + 1);
            }
        }
        return rows.stream().map(results::get).toList();
    }

    private static List<RowResult> await(Future<List<RowResult>> running, ExecutorService pool) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            // what has not begun need not
            pool.shutdownNow();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a part of a search failed", e.getCause());
        }
    }

    private List<RowResult> part(String name, Judge judge, List<List<Long>> rows, boolean onward) {
        Optional<List<RowResult>> known = checkpoint.done(name).filter(one -> one.size() == rows.size());
        if (known.isPresent()) {
            return known.get();
        }
        if (token.isCancelled()) {
            throw new CancellationException();
        }
        List<RowResult> results = survey(judge, rows, onward);
        checkpoint.add(name, results);
        return results;
    }

    private List<RowResult> survey(Judge judge, List<List<Long>> rows, boolean onward) {
        Machine machine = SpaceReader.required(ScenarioLoader.load(request.file(), request.load()
                .only(List.of(judge.scenario().name())).leaving(judge.open(space, rows))).getFirst())
                .machine();
        List<String> names = judge.names(space);
        SurveyPlan plan = onward ? SurveyPlan.everything(names, judge.costs()) : SurveyPlan.verdicts(names);
        CheckOptions options = CheckOptions.defaults()
                .withExploration(ExplorationOptions.defaults().withMaxMemory(request.memory()));
        SurveyResult found = Survey.of(machine, plan, options, token, ProgressListener.SILENT);
        if (found.limit().equals(Optional.of(Limit.CANCELLED))) {
            throw new CancellationException();
        }
        Map<List<Long>, RowResult> results = new HashMap<>();
        for (Valuation one : found.valuations()) {
            results.put(one.values(), RowResult.of(one));
        }
        return rows.stream().map(row -> results.getOrDefault(row, RowResult.ABSENT)).toList();
    }
}
