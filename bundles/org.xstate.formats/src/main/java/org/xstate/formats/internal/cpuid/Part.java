package org.xstate.formats.internal.cpuid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidDump;
import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/** One part of a text while it is read: its lines in order, sub-leaf numbers still open where the source gives none. */
final class Part {

    private static final int MAX_DUPLICATES = 8;

    /** A line with numbers. @param subleaf empty if the source does not say */
    record Entry(int line, int leaf, OptionalInt subleaf, CpuidRegisters registers) {
    }

    private final String label;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Entry> anySubleaf = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean lastWins;
    private int duplicates;

    /** @param label empty if the source gives no name */
    Part(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Numbers change in the course of the recording: the newest count, not the first. */
    void lastWins() {
        lastWins = true;
    }

    void put(int line, int leaf, OptionalInt subleaf, CpuidRegisters registers) {
        entries.add(new Entry(line, leaf, subleaf, registers));
    }

    /** The answer for every sub-leaf that is not listed. */
    void putAnySubleaf(int line, int leaf, CpuidRegisters registers) {
        Entry entry = new Entry(line, leaf, OptionalInt.empty(), registers);
        Entry before = anySubleaf.putIfAbsent(leaf, entry);
        if (before != null && !before.registers.equals(registers) && duplicates++ < MAX_DUPLICATES) {
            finding(duplicate(entry, before.registers));
        }
    }

    void finding(Finding finding) {
        findings.add(finding);
    }

    /** EAX of leaf 0 if that came first, else the largest number. */
    int highestLeaf() {
        return entries.isEmpty() || entries.getFirst().leaf != 0
                ? Integer.MAX_VALUE
                : entries.getFirst().registers.eax();
    }

    /** Whether the source has said nothing about the part but its name. */
    boolean isEmpty() {
        return entries.isEmpty() && anySubleaf.isEmpty() && findings.isEmpty();
    }

    /** Whether a line of this place means that the source began with the next CPU, without a heading. */
    boolean startsOver(int leaf, OptionalInt subleaf) {
        if (subleaf.isEmpty() && !anySubleaf.isEmpty() && anySubleaf.keySet().iterator().next() == leaf) {
            return true;
        }
        if (entries.isEmpty()) {
            return false;
        }
        Entry first = entries.getFirst();
        boolean again = first.leaf == leaf && first.subleaf.equals(subleaf);
        return again && (leaf == 0 || subleaf.isPresent() || entries.getLast().leaf != leaf);
    }

    CpuidDump dump(String name) {
        CpuidTable.Builder table = CpuidTable.builder();
        Map<Integer, List<Entry>> byLeaf = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byLeaf.computeIfAbsent(entry.leaf, leaf -> new ArrayList<>()).add(entry);
        }
        for (List<Entry> lines : byLeaf.values()) {
            for (Entry line : Subleaves.number(lines, this::finding)) {
                put(table, line);
            }
        }
        anySubleaf.forEach((leaf, line) -> {
            if (!table.contains(leaf, 0)) {
                table.put(leaf, 0, line.registers);
            }
        });
        if (duplicates > MAX_DUPLICATES) {
            finding(Finding.note("cpuid-duplicate",
                    "%d more lines repeat a leaf with other values".formatted(duplicates - MAX_DUPLICATES)));
        }
        return new CpuidDump(name, HighestLeaf.cut(table.build(), this::finding), findings);
    }

    private void put(CpuidTable.Builder table, Entry line) {
        int subleaf = line.subleaf.orElse(0);
        Optional<CpuidRegisters> before = table.get(line.leaf, subleaf);
        if (before.isEmpty() || lastWins) {
            table.put(line.leaf, subleaf, line.registers);
        }
        if (before.isPresent() && !before.get().equals(line.registers) && duplicates++ < MAX_DUPLICATES) {
            finding(duplicate(line, before.get()));
        }
    }

    private Finding duplicate(Entry line, CpuidRegisters before) {
        String message = "leaf %s comes again with other values: %s, before %s; the %s".formatted(
                new CpuidTable.Key(line.leaf, line.subleaf.orElse(0)), line.registers, before,
                lastWins ? "newer ones count" : "first ones count");
        return (lastWins
                ? Finding.note("cpuid-duplicate", message)
                : Finding.warning("cpuid-duplicate", message)).at("line " + line.line);
    }
}
