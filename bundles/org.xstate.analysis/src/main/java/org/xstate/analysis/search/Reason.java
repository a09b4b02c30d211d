package org.xstate.analysis.search;

/**
 * Why a combination is wrong.
 *
 * @param scenario that it does not stand
 * @param cell     the cases in which it does not, as {@code entry=ENTRY_L1 then=THEN_kf}; empty without cases
 * @param claim    that is violated
 * @param steps    fewest steps to the violation
 */
public record Reason(String scenario, String cell, String claim, int steps) {
}
