package org.xstate.model.internal.link;

import java.util.List;
import java.util.Optional;

/**
 * The instances that nothing calls, in the order of the text.
 *
 * @param predicates of properties that have one
 * @param entries    functions that are kept to be called from outside
 */
record Roots(List<Integer> rules, List<Integer> tasks, List<Integer> guards, List<Integer> interrupts,
        List<Integer> setups, List<Optional<Integer>> predicates, List<Integer> entries) {
}
