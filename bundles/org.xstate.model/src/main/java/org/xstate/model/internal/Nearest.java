package org.xstate.model.internal;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    private Nearest() {
    }

    /**
     * The candidate with the fewest insertions, deletions, replacements and swaps of neighbours, if these are no
     * more than a third of the name; among equals the first in alphabetical order.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        int limit = Math.max(1, Math.min(name.length(), 40) / 3);
        String best = null;
        int least = limit + 1;
        for (String candidate : candidates.stream().distinct().sorted().toList()) {
            if (candidate.equals(name) || Math.abs(candidate.length() - name.length()) >= least) {
                continue;
            }
            int distance = distance(name, candidate);
            if (distance < least && distance < name.length()) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            old[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], old[j]) + 1, old[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], older[j - 2] + 1);
                }
            }
            older = old;
            old = row;
        }
        return old[b.length()];
    }
}
