package org.xstate.formats.internal.cpuid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.xstate.api.Finding;
import org.xstate.formats.internal.cpuid.Part.Entry;

/**
 * Numbers the sub-leaves of lines that carry none. Lines of one leaf are sub-leaves in ascending order; whether the tool
 * skipped some, only the values can tell, and only those of leaf DH do: its sub-leaves 0 and 1 say which others exist.
 */
final class Subleaves {

    private static final int LEAF_D = 0xd;
    /** Leaf DH has 63 sub-leaves, others fewer. */
    private static final int MAX_LINES = 128;

    private Subleaves() {
    }

    /** The lines of one leaf with every sub-leaf number filled in; those that fit nowhere are left out with a finding. */
    static List<Entry> number(List<Entry> lines, Consumer<Finding> findings) {
        boolean allTagged = lines.stream().allMatch(line -> line.subleaf().isPresent());
        if (allTagged || lines.size() == 1) {
            return lines;
        }
        if (lines.size() > MAX_LINES) {
            findings.accept(Finding.warning("cpuid-too-many-lines",
                    "leaf %XH has %d lines, some without a sub-leaf number; no leaf has as many sub-leaves, and those after the "
                            .formatted(lines.getFirst().leaf(), lines.size())
                            + "first %d were left out".formatted(MAX_LINES))
                    .at("line " + lines.get(MAX_LINES).line()));
            return number(lines.subList(0, MAX_LINES), findings);
        }
        List<Entry> numbered = consecutive(lines, findings);
        Optional<Entry> wrong = LeafDNumbering.firstContradiction(lines, numbered);
        if (lines.getFirst().leaf() != LEAF_D || wrong.isEmpty()) {
            findings.accept(deduced(lines, numbered, "in the order of the lines"));
            return numbered;
        }
        Optional<List<Entry>> byMask = LeafDNumbering.byMask(lines);
        if (byMask.isPresent()) {
            findings.accept(deduced(lines, byMask.get(),
                    "as the components that XCR0 and IA32_XSS enumerate, since consecutive numbers contradict the values"));
            return byMask.get();
        }
        List<Entry> trusted = numbered.subList(0, numbered.indexOf(wrong.get()));
        List<Entry> kept = new ArrayList<>(trusted);
        numbered.stream().filter(line -> !trusted.contains(line) && isTagged(lines, line)).forEach(kept::add);
        if (kept.size() > 1) {
            findings.accept(deduced(lines, kept, "in the order of the lines"));
        }
        findings.accept(contradiction(wrong.get(), numbered.size() - kept.size()));
        return kept;
    }

    private static boolean isTagged(List<Entry> lines, Entry numbered) {
        return lines.contains(numbered);
    }

    /** A line without a number is the sub-leaf after the one above it, unless that one follows with its number. */
    private static List<Entry> consecutive(List<Entry> lines, Consumer<Finding> findings) {
        List<Entry> numbered = new ArrayList<>(lines.size());
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            Entry line = lines.get(i);
            int subleaf = line.subleaf().orElse(next);
            if (line.subleaf().isEmpty() && isTaken(lines, subleaf)) {
                findings.accept(Finding.warning("cpuid-subleaf-contradiction",
                        "a line of leaf %XH carries no sub-leaf number and would be sub-leaf %d, which another line has; "
                                .formatted(line.leaf(), subleaf) + "it was left out: " + line.registers())
                        .at("line " + line.line()));
                continue;
            }
            numbered.add(withSubleaf(line, subleaf));
            next = subleaf + 1;
        }
        return numbered;
    }

    private static boolean isTaken(List<Entry> lines, int subleaf) {
        return lines.stream().anyMatch(line -> line.subleaf().equals(OptionalInt.of(subleaf)));
    }

    static Entry withSubleaf(Entry line, int subleaf) {
        return new Entry(line.line(), line.leaf(), OptionalInt.of(subleaf), line.registers());
    }

    private static Finding deduced(List<Entry> lines, List<Entry> numbered, String how) {
        int leaf = lines.getFirst().leaf();
        List<String> numbers = new ArrayList<>();
        for (Entry line : numbered) {
            if (!lines.contains(line)) {
                numbers.add(Integer.toString(line.subleaf().orElseThrow()));
            }
        }
        String message = "leaf %XH has lines without a sub-leaf number (%d); they were taken as sub-leaf %s, %s. A sub-leaf "
                .formatted(leaf, lines.stream().filter(line -> line.subleaf().isEmpty()).count(),
                        String.join(", ", numbers), how)
                + "that the tool skipped would not show";
        Finding finding = leaf == LEAF_D
                ? Finding.warning("cpuid-subleaf-deduced", message)
                : Finding.note("cpuid-subleaf-deduced", message);
        return finding.at("lines %d to %d".formatted(lines.getFirst().line(), lines.getLast().line()))
                .remedy("record the CPU with a tool that prints sub-leaves, for example cpuid -r");
    }

    private static Finding contradiction(Entry line, int leftOut) {
        return Finding.warning("cpuid-subleaf-contradiction",
                "by its place this line of leaf DH would be sub-leaf %d, and its values cannot be that: %s. It and those after "
                        .formatted(line.subleaf().orElseThrow(), line.registers())
                        + "it without a number, %d in all, were left out".formatted(leftOut))
                .at("line " + line.line())
                .remedy("record the CPU with a tool that prints sub-leaves, for example cpuid -r");
    }
}
