package org.xstate.formats.internal.cpuid;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidDocument;

/** Lets every format that may be meant read the text, and takes the one that makes most of it. */
public final class CpuidDetection {

    private static final int MAX_QUOTE = 60;

    private CpuidDetection() {
    }

    /** One format's reading of a text. */
    private static final class Attempt {
        private final CpuidTextFormat format;
        private final Parts parts = new Parts();
        private final CpuidTextFormat.LineReader reader;
        private int data;
        private int defects;

        Attempt(CpuidTextFormat format) {
            this.format = format;
            reader = format.reader(parts);
        }

        void line(int number, String line) {
            switch (reader.line(number, line)) {
                case DATA -> data++;
                case DEFECT -> defects++;
                case OTHER -> {
                }
            }
        }
    }

    /** Reads {@code text}; {@code name} is what messages call it. */
    public static CpuidDocument read(String name, String text) {
        List<Attempt> attempts = new ArrayList<>();
        for (CpuidTextFormat format : CpuidFormats.ALL) {
            if (format.mayContain(text)) {
                attempts.add(new Attempt(format));
            }
        }
        for (Lines lines = new Lines(text); lines.hasNext() && !attempts.isEmpty();) {
            String line = lines.next();
            for (Attempt attempt : attempts) {
                attempt.line(lines.number(), line);
            }
        }
        attempts.forEach(attempt -> attempt.reader.end());
        Attempt best = null;
        for (Attempt attempt : attempts) {
            if (attempt.data + attempt.defects > 0 && (best == null || attempt.data > best.data)) {
                best = attempt;
            }
        }
        return best == null ? unrecognised(name, text) : document(best, attempts);
    }

    private static CpuidDocument document(Attempt best, List<Attempt> attempts) {
        List<Finding> findings = new ArrayList<>(best.parts.findings());
        for (Attempt other : attempts) {
            if (other != best && other.data > 0) {
                findings.add(Finding.note("cpuid-other-format",
                        "%d lines have the format %s; they were left out, since most of the text has the format %s"
                                .formatted(other.data, other.format.name(), best.format.name()))
                        .remedy("put them into a file of their own"));
            }
        }
        if (best.data == 0) {
            findings.add(Finding.error("cpuid-nothing-readable",
                    "every line that looks like the output of %s is damaged".formatted(best.format.name())));
        }
        return new CpuidDocument(best.format.name(), best.parts.dumps(), findings);
    }

    private static CpuidDocument unrecognised(String name, String text) {
        String start = text.strip();
        String seen = start.isEmpty()
                ? "it is empty"
                : "it begins with \"%s\"".formatted(printable(start.lines().findFirst().orElse("")));
        return new CpuidDocument("unknown", List.of(), List.of(Finding.error("cpuid-text-unrecognised",
                "%s holds no CPUID output in a known format: %s".formatted(name, seen))
                .remedy("known formats: " + String.join(", ", CpuidFormats.names()))));
    }

    private static String printable(String line) {
        String text = line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "...";
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
