package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

import org.xstate.model.ir.Program;

/**
 * What the combinations of a search have in common.
 *
 * @param values   how often each value of each knob is right
 * @param families sets of values, by knob, of which every combination that has a meaning is right; together all
 * @param repairs  right combinations that differ from the posted one in as few knobs as possible
 * @param changes  in how many; 0 if the posted one is right or none is
 * @param cells    what the right ones cost, case by case
 */
public record SearchFindings(List<KnobValue> values, List<List<SortedSet<Long>>> families,
        List<Integer> repairs, int changes, List<Cell> cells) {

    /**
     * A value of a knob.
     *
     * @param right     how many combinations with it are right
     * @param judged    how many were judged
     * @param necessary whether no combination with another value of the knob is right, and some with this one are
     */
    public record KnobValue(Program.Knob knob, long value, int right, int judged, boolean necessary) {
    }

    /**
     * A case and what the right combinations cost in it.
     *
     * @param cell     as it is written
     * @param minimal  combinations of operations of which none other is less or equal in everything
     * @param cheapest by the component's size in bytes
     */
    public record Cell(String cell, List<Price> minimal, Map<Integer, Price> cheapest) {
    }

    /**
     * What some combinations cost.
     *
     * @param counts       of the cost variables
     * @param weight       for the size that it was asked for; of minimal ones for the smallest
     * @param combinations that cost so much
     */
    public record Price(List<Long> counts, double weight, List<Integer> combinations) {
    }

    public static SearchFindings of(SearchResult result, Weights weights, List<Integer> sizes) {
        KnobSpace space = result.space();
        List<Integer> nearest = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int one : result.right()) {
            int distance = KnobSpace.distance(space.posted(), space.combinations().get(one));
            if (distance < least) {
                nearest.clear();
                least = distance;
            }
            if (distance == least) {
                nearest.add(one);
            }
        }
        return new SearchFindings(values(result), new Families(space, result.right()).find(), nearest,
                nearest.isEmpty() ? 0 : least, cells(result, weights, sizes));
    }

    private static List<KnobValue> values(SearchResult result) {
        KnobSpace space = result.space();
        List<KnobValue> values = new ArrayList<>();
        for (int i = 0; i < space.knobs().size(); i++) {
            int knob = i;
            for (long value : space.knobs().get(i).values().values()) {
                int right = count(space, result.right(), knob, value);
                int judged = right + count(space, List.copyOf(result.wrong().keySet()), knob, value)
                        + count(space, result.undecided(), knob, value);
                values.add(new KnobValue(space.knobs().get(i), value, right, judged,
                        right > 0 && right == result.right().size()));
            }
        }
        return values;
    }

    private static int count(KnobSpace space, List<Integer> combinations, int knob, long value) {
        return (int) combinations.stream().filter(one -> space.combinations().get(one).get(knob) == value)
                .count();
    }

    private static List<Cell> cells(SearchResult result, Weights weights, List<Integer> sizes) {
        Map<String, Map<List<Long>, List<Integer>>> prices = new LinkedHashMap<>();
        result.costs().forEach((combination, cells) -> cells.forEach((cell, counts) -> prices
                .computeIfAbsent(cell, _ -> new LinkedHashMap<>())
                .computeIfAbsent(counts, _ -> new ArrayList<>()).add(combination)));
        List<Cell> cells = new ArrayList<>();
        prices.forEach((cell, found) -> cells.add(cell(cell, found, result.costNames(), weights, sizes)));
        return cells;
    }

    private static Cell cell(String name, Map<List<Long>, List<Integer>> prices, List<String> variables,
            Weights weights, List<Integer> sizes) {
        Comparator<Price> order = Comparator.comparingDouble(Price::weight)
                .thenComparing(Price::counts, KnobSpace::compare);
        List<Price> minimal = prices.keySet().stream()
                .filter(one -> prices.keySet().stream().noneMatch(other -> isLess(other, one)))
                .map(one -> new Price(one, weights.of(variables, one, sizes.getFirst()), prices.get(one)))
                .sorted(order).toList();
        Map<Integer, Price> cheapest = new TreeMap<>();
        for (int size : sizes) {
            cheapest.put(size, minimal.stream()
                    .map(one -> new Price(one.counts(), weights.of(variables, one.counts(), size),
                            one.combinations()))
                    .min(order).orElseThrow());
        }
        return new Cell(name, minimal, cheapest);
    }

    private static boolean isLess(List<Long> one, List<Long> other) {
        boolean less = false;
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) > other.get(i)) {
                return false;
            }
            less |= one.get(i) < other.get(i);
        }
        return less;
    }
}
