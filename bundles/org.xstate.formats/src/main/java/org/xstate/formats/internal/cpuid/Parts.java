package org.xstate.formats.internal.cpuid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidDump;

/** The parts of one text as they are found: logical CPUs, policies, guest and host; and what is wrong with the text. */
final class Parts {

    /** More logical CPUs than any machine has; a text with more parts is not what it seems. */
    static final int MAX_PARTS = 65_536;
    /** Defective lines of one text that are reported one by one. */
    private static final int MAX_DEFECTS = 50;
    private static final int MAX_QUOTE = 80;
    private static final int MAX_NAMED = 8;

    private final List<Part> all = new ArrayList<>();
    private final Map<String, Part> named = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Part> current = Optional.empty();
    private int defects;
    private int dropped;

    /** Begins a part that the source names. */
    Part begin(String label) {
        return begin(new Part(label));
    }

    /** Begins a part that the source does not name; it is numbered when all are known. */
    Part beginUnnamed() {
        return begin(new Part(""));
    }

    private Part begin(Part part) {
        if (all.size() < MAX_PARTS) {
            all.add(part);
        } else {
            dropped++;
        }
        current = Optional.of(part);
        return part;
    }

    /** No part: what follows up to the next heading belongs to none. */
    void end() {
        current = Optional.empty();
    }

    /** The part that was begun last and not ended. */
    Optional<Part> current() {
        return current;
    }

    /** The part that was begun last, or a new unnamed one. */
    Part currentOrUnnamed() {
        return current.orElseGet(this::beginUnnamed);
    }

    /** The part that a line belongs to; a new one if the line shows that the source went on to the next CPU. */
    Part forLine(int leaf, OptionalInt subleaf) {
        Part part = currentOrUnnamed();
        return part.startsOver(leaf, subleaf) ? beginUnnamed() : part;
    }

    /** The part of that name, wherever it began: for texts that interleave guest and host, or several threads. */
    Part named(String label) {
        Part part = named.get(label);
        if (part == null) {
            part = begin(label);
            if (all.getLast() == part) {
                named.put(label, part);
            }
        }
        return part;
    }

    /** As {@link #named(String)}, but a new part if the line shows that the source starts over. */
    Part named(String label, int leaf, OptionalInt subleaf) {
        Part part = named(label);
        if (!part.startsOver(leaf, subleaf)) {
            return part;
        }
        Part again = begin(label);
        named.put(label, again);
        return again;
    }

    /** Says something about the whole text. */
    void finding(Finding finding) {
        findings.add(finding);
    }

    /** Reports a line that looks like CPUID output and cannot be read. */
    CpuidTextFormat.Kind defect(int number, String line, String why) {
        if (defects++ < MAX_DEFECTS) {
            findings.add(Finding.warning("cpuid-line-unreadable",
                    "%s; the line was left out: %s".formatted(why, quote(line))).at("line " + number));
        }
        return CpuidTextFormat.Kind.DEFECT;
    }

    private static String quote(String line) {
        String text = line.strip();
        return text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "...";
    }

    /** What was found, without the parts that the source names and has no numbers for. */
    List<CpuidDump> dumps() {
        List<CpuidDump> dumps = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Part part = all.get(i);
            String unnamed = all.size() == 1 ? "CPU" : "CPU #" + i;
            if (!part.isEmpty()) {
                dumps.add(part.dump(part.label().isEmpty() ? unnamed : part.label()));
            }
        }
        return dumps;
    }

    List<Finding> findings() {
        List<Finding> every = new ArrayList<>(findings);
        if (defects > MAX_DEFECTS) {
            every.add(Finding.warning("cpuid-line-unreadable",
                    "%d more lines look like CPUID output and were left out"
                            .formatted(defects - MAX_DEFECTS)));
        }
        List<String> empty = all.stream().filter(Part::isEmpty).map(Part::label).toList();
        if (!empty.isEmpty()) {
            every.add(Finding.warning("cpuid-part-empty",
                    "the source names parts and has no numbers for them (%d): %s%s".formatted(empty.size(),
                            String.join(", ", empty.subList(0, Math.min(empty.size(), MAX_NAMED))),
                            empty.size() > MAX_NAMED ? "..." : "")));
        }
        if (dropped > 0) {
            every.add(Finding.error("cpuid-too-many-parts",
                    "the text has %d parts, of which the first %d were read".formatted(MAX_PARTS + dropped,
                            MAX_PARTS)));
        }
        return every;
    }
}
