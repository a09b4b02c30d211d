package org.xstate.analysis.search;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What came of a search. Combinations are named by their numbers in the space.
 *
 * @param request    what was asked for
 * @param space      the knobs and their combinations
 * @param judges     names of the scenarios that judged, in order
 * @param ignored    names of scenarios that do not judge: the knobs make no difference for them, or they have
 *                   interrupts and the search is not a whole one
 * @param right      combinations with which nothing is wrong
 * @param wrong      the others, each with the first reason that was found
 * @param undecided  combinations that no reason was found against within the bounds
 * @param untold     combinations that no scenario is about
 * @param costs      of each right combination, by the cell, the greatest value of each cost variable
 * @param costNames  of these variables
 * @param neighbours wrong combinations that differ from the posted or a right one in one knob, and the posted one; each
 *                   with the violation that takes the fewest steps
 * @param seconds    how long it took, that of earlier runs not counted
 */
public record SearchResult(SearchRequest request, KnobSpace space, List<String> judges, List<String> ignored,
        List<Integer> right, SortedMap<Integer, Reason> wrong, List<Integer> undecided, List<Integer> untold,
        SortedMap<Integer, Map<String, List<Long>>> costs, List<String> costNames,
        SortedMap<Integer, Reason> neighbours, double seconds) {

    /** How many combinations were judged. */
    public int judged() {
        return right.size() + wrong.size() + undecided.size();
    }
}
