package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

import org.xstate.check.CancelToken;

/**
 * Sweeps over the combinations of a file's knobs. Each scenario judges those that none before it found wrong, in one case
 * first, then in a few, then in all: most combinations are wrong at once, and are not looked at again.
 */
public final class KnobSearch {

    /** Cases that are tried before all others. */
    private static final int[] FIRST_CELLS = {1, 5};

    private static final double NANOS_PER_SECOND = 1e9;

    private final SearchRequest request;
    private final KnobSpace space;
    private final List<Judge> judges;
    private final List<String> ignored;
    private final Parts parts;
    private final SearchProgress.Listener listener;

    private final SortedMap<Integer, Reason> wrong = new TreeMap<>();
    private final BitSet undecided = new BitSet();
    private final BitSet covered = new BitSet();

    private KnobSearch(SearchRequest request, SpaceReader.Read read, Checkpoint checkpoint, CancelToken token,
            SearchProgress.Listener listener) {
        this.request = request;
        space = read.space();
        judges = read.judges();
        ignored = read.ignored();
        parts = new Parts(request, space, checkpoint, token);
        this.listener = listener;
    }

    /**
     * The same request gives the same result for any number of threads, and whether it was resumed or not.
     *
     * @throws SearchRefused         if the file cannot be swept
     * @throws CancellationException if the token was cancelled; the checkpoint has what was done
     */
    public static SearchResult run(SearchRequest request, Checkpoint checkpoint, CancelToken token,
            SearchProgress.Listener listener) {
        long start = System.nanoTime();
        SpaceReader.Read read = new SpaceReader(request).read();
        checkpoint.belongsTo(SearchDigest.of(request, read));
        KnobSearch search = new KnobSearch(request, read, checkpoint, token, listener);
        search.judge();
        return search.result(start);
    }

    /** Why a combination is wrong, in the fewest steps. */
    public record Explained(KnobSpace space, List<Long> combination, Optional<Reason> reason) {
    }

    /**
     * Judges one combination by all scenarios.
     *
     * @param settings values by the knob's name; a knob that is not among them is as posted
     * @throws SearchRefused         if there is no such knob or value, or the combination has no meaning
     * @throws CancellationException if the token was cancelled
     */
    public static Explained explain(SearchRequest request, Map<String, String> settings, CancelToken token) {
        SpaceReader.Read read = new SpaceReader(request).read();
        KnobSearch search = new KnobSearch(request, read, Checkpoint.none(), token, _ -> {
        });
        List<Long> combination = read.space().combination(settings);
        int number = read.space().number(combination).orElseThrow(() -> new SearchRefused(
                "the model rules this combination out: "
                        + String.join(" ", read.space().written(combination))));
        return new Explained(read.space(), combination,
                Optional.ofNullable(search.shortest(List.of(number), "one").get(number)));
    }

    private void judge() {
        for (int i = 0; i < judges.size(); i++) {
            Judge judge = judges.get(i);
            int from = 0;
            for (int to : FIRST_CELLS) {
                int end = Math.min(to, judge.cells().size());
                if (end > from && end < judge.cells().size()) {
                    judge(i, judge, from, end);
                    from = end;
                }
            }
            judge(i, judge, from, judge.cells().size());
        }
    }

    private void judge(int number, Judge judge, int from, int to) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < space.combinations().size(); i++) {
            if (!wrong.containsKey(i) && judge.isAbout(space.combinations().get(i))) {
                candidates.add(i);
            }
        }
        List<List<Long>> cells = judge.cells().subList(from, to);
        List<RowResult> results = explore("judge." + number + "." + from,
                judge.scenario().name()
                        + (judge.cells().size() == 1 ? "" : ", cases " + (from + 1) + " to " + to),
                judge, rows(judge, candidates, cells), false);
        for (int i = 0; i < candidates.size(); i++) {
            note(candidates.get(i), judge, cells, results.subList(i * cells.size(), (i + 1) * cells.size()));
        }
    }

    private List<List<Long>> rows(Judge judge, List<Integer> combinations, List<List<Long>> cells) {
        List<List<Long>> rows = new ArrayList<>();
        for (int combination : combinations) {
            for (List<Long> cell : cells) {
                rows.add(judge.row(space.combinations().get(combination), cell));
            }
        }
        return rows;
    }

    private List<RowResult> explore(String step, String what, Judge judge, List<List<Long>> rows,
            boolean onward) {
        int[] all = new int[1];
        IntConsumer done = number -> listener.progress(
                new SearchProgress(what, all[0], number, space.combinations().size() - wrong.size()));
        return parts.explore(step, judge, rows, onward, number -> {
            all[0] = number;
            done.accept(0);
        }, done);
    }

    private void note(int combination, Judge judge, List<List<Long>> cells, List<RowResult> results) {
        for (int i = 0; i < results.size(); i++) {
            RowResult result = results.get(i);
            if (result.status() != RowResult.Status.ABSENT) {
                covered.set(combination);
            }
            if (result.status() == RowResult.Status.UNDECIDED) {
                undecided.set(combination);
            }
            if (result.violation().isPresent() && !wrong.containsKey(combination)) {
                wrong.put(combination, reason(judge, cells.get(i), result.violation().get()));
            }
        }
    }

    private static Reason reason(Judge judge, List<Long> cell, RowResult.Breach breach) {
        return new Reason(judge.scenario().name(), judge.written(cell),
                judge.scenario().machine().claims().get(breach.claim()).name(), breach.steps());
    }

    private SearchResult result(long start) {
        List<Integer> right = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        List<Integer> untold = new ArrayList<>();
        for (int i = 0; i < space.combinations().size(); i++) {
            if (!covered.get(i)) {
                untold.add(i);
            } else if (!wrong.containsKey(i)) {
                (undecided.get(i) ? open : right).add(i);
            }
        }
        List<String> names = judges.stream().map(Judge::costs).filter(costs -> !costs.isEmpty()).findFirst()
                .orElse(List.of());
        return new SearchResult(request, space, judges.stream().map(one -> one.scenario().name()).toList(),
                ignored, right, wrong, open, untold, costs(right), names, neighbours(right),
                (System.nanoTime() - start) / NANOS_PER_SECOND);
    }

    private SortedMap<Integer, Map<String, List<Long>>> costs(List<Integer> right) {
        SortedMap<Integer, Map<String, List<Long>>> costs = new TreeMap<>();
        for (int number = 0; number < judges.size(); number++) {
            Judge judge = judges.get(number);
            if (judge.costs().isEmpty()) {
                continue;
            }
            List<Integer> counted = right.stream()
                    .filter(one -> judge.isAbout(space.combinations().get(one))).toList();
            List<RowResult> results = explore("costs." + number, "costs in " + judge.scenario().name(), judge,
                    rows(judge, counted, judge.cells()), true);
            int width = judge.cells().size();
            for (int i = 0; i < results.size(); i++) {
                List<Long> found = results.get(i).costs();
                if (!found.isEmpty()) {
                    costs.computeIfAbsent(counted.get(i / width), _ -> new LinkedHashMap<>())
                            .merge(judge.written(judge.cells().get(i % width)), found,
                                    (one, other) -> RowResult.greatest(List.of(one, other)));
                }
            }
        }
        return costs;
    }

    private SortedMap<Integer, Reason> neighbours(List<Integer> right) {
        TreeSet<Integer> near = new TreeSet<>();
        space.number(space.posted()).ifPresent(near::add);
        near.addAll(space.neighbours(space.posted()));
        right.forEach(one -> near.addAll(space.neighbours(space.combinations().get(one))));
        near.retainAll(wrong.keySet());
        return shortest(List.copyOf(near), "near");
    }

    /** The violations that take the fewest steps, of the first scenario and cell that have them. */
    private SortedMap<Integer, Reason> shortest(List<Integer> combinations, String step) {
        SortedMap<Integer, Reason> shortest = new TreeMap<>();
        for (int number = 0; number < judges.size(); number++) {
            Judge judge = judges.get(number);
            List<Integer> judged = combinations.stream()
                    .filter(one -> judge.isAbout(space.combinations().get(one))).toList();
            List<RowResult> results = explore(step + "." + number, "neighbours in " + judge.scenario().name(),
                    judge,
                    rows(judge, judged, judge.cells()), false);
            int width = judge.cells().size();
            for (int i = 0; i < results.size(); i++) {
                int cell = i % width;
                int combination = judged.get(i / width);
                results.get(i).violation().ifPresent(breach -> shortest.merge(combination,
                        reason(judge, judge.cells().get(cell), breach),
                        (one, other) -> Comparator.comparingInt(Reason::steps).compare(other, one) < 0
                                ? other
                                : one));
            }
        }
        return shortest;
    }
}
