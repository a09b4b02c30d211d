package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.List;

/** Lines that differ between two texts, as patches show them. */
final class ChangedLines {

    /** Pairs of lines that are compared; of more, all old ones come before all new ones. */
    private static final long LARGEST = 4_000_000;

    private ChangedLines() {
    }

    /** Empty if they are the same. */
    static List<String> of(String file, String old, String changed) {
        List<String> before = old.lines().toList();
        List<String> after = changed.lines().toList();
        int begin = 0;
        while (begin < Math.min(before.size(), after.size()) && before.get(begin).equals(after.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - begin
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return of(file, begin, before.subList(begin, before.size() - end),
                after.subList(begin, after.size() - end));
    }

    /** @param begin how many lines are before these */
    private static List<String> of(String file, int begin, List<String> a, List<String> b) {
        int[][] common = (long) a.size() * b.size() > LARGEST ? new int[0][0] : common(a, b);
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        boolean open = false;
        while (i < a.size() || j < b.size()) {
            boolean same = i < a.size() && j < b.size() && a.get(i).equals(b.get(j));
            if (same) {
                i++;
                j++;
                open = false;
                continue;
            }
            if (!open) {
                lines.add("@@ %s:%d".formatted(file, begin + i + 1));
                open = true;
            }
            if (i < a.size()
                    && (j == b.size() || common.length == 0 || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + a.get(i++));
            } else {
                lines.add("+" + b.get(j++));
            }
        }
        return lines;
    }

    /** Lengths of the longest common subsequences of what is left from two lines on. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
