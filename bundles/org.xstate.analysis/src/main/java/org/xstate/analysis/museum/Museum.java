package org.xstate.analysis.museum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.analysis.museum.MuseumEntry.Form;
import org.xstate.analysis.museum.MuseumEntry.Kind;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;

/**
 * Files of one folder, each of which shows a bug. What a file says of the bug stands in its first comment; what it shows
 * follows from its scenarios: those that expect no violation are the good forms, the others are bad, and historic if
 * they are about another release than the first good one.
 *
 * @param entries  by id: letters, then numbers as numbers
 * @param rejected files that are no entries, in the order in which they were given
 */
public record Museum(List<MuseumEntry> entries, List<Rejected> rejected) {

    public Museum {
        entries = List.copyOf(entries);
        rejected = List.copyOf(rejected);
    }

    /**
     * A file that is no entry.
     *
     * @param line    where it is not as it should be, from 1
     * @param message what is wrong, and what would be right
     */
    public record Rejected(String file, int line, String message) {
    }

    /**
     * Reads entries; nothing is compiled.
     *
     * @param names of the files
     * @param files their text, and that of what they include
     */
    public static Museum of(List<String> names, SourceFiles files) {
        List<MuseumEntry> entries = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (String name : names) {
            try {
                MuseumEntry entry = entry(name, files);
                String other = taken.putIfAbsent(entry.id(), name);
                if (other == null) {
                    entries.add(entry);
                } else {
                    rejected.add(new Rejected(name, 2, "the ID " + entry.id() + " is that of " + other));
                }
            } catch (EntryComment.Malformed e) {
                rejected.add(new Rejected(name, e.line(), e.getMessage()));
            }
        }
        entries.sort(Comparator.comparing(MuseumEntry::id, Museum::compareIds));
        return new Museum(entries, rejected);
    }

    /** The entry of that name, in capitals or not. */
    public Optional<MuseumEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equalsIgnoreCase(id)).findFirst();
    }

    private static MuseumEntry entry(String name, SourceFiles files) {
        String text = files.text(name)
                .orElseThrow(() -> new EntryComment.Malformed(1, "the file cannot be read"));
        EntryComment comment = EntryComment.of(text);
        Outline outline = ModelCompiler.outline(files, name);
        Optional<Diagnostic> error = outline.diagnostics().stream().filter(Diagnostic::isError).findFirst();
        if (error.isPresent()) {
            throw new EntryComment.Malformed(error.get().span().line(), error.get().message());
        }
        List<Program.Scenario> good = outline.scenarios().stream()
                .filter(one -> text(one, "expect_violation").isEmpty()).toList();
        if (good.isEmpty()) {
            throw new EntryComment.Malformed(1,
                    "there is no scenario that holds: one without expect_violation");
        }
        List<Form> forms = outline.scenarios().stream().map(one -> form(one, good)).toList();
        if (forms.stream().allMatch(form -> form.kind() == Kind.GOOD)) {
            throw new EntryComment.Malformed(1,
                    "there is no scenario that shows the bug: one with expect_violation(\"property\")");
        }
        return new MuseumEntry(comment.id(), comment.title(), comment.story(), comment.fixes(),
                comment.since(), comment.cves(), name, forms);
    }

    /** What is changed is told against the good form that is nearest to it; of a good form, against the first one. */
    private static Form form(Program.Scenario scenario, List<Program.Scenario> good) {
        Optional<String> expected = text(scenario, "expect_violation");
        Optional<String> kernel = text(scenario, "kernel");
        Kind kind = expected.isEmpty()
                ? Kind.GOOD
                : good.stream().anyMatch(one -> text(one, "kernel").equals(kernel))
                        ? Kind.WITHOUT_FIX
                        : Kind.HISTORIC;
        Map<String, String> changed = kind == Kind.GOOD
                ? changed(scenario, good.getFirst())
                : good.stream().map(one -> changed(scenario, one)).min(Comparator.comparingInt(Map::size))
                        .orElseThrow();
        return new Form(scenario.name(), kind, expected, kernel, changed);
    }

    private static Map<String, String> changed(Program.Scenario scenario, Program.Scenario good) {
        Map<String, String> changed = knobs(scenario);
        changed.entrySet().removeAll(knobs(good).entrySet());
        return changed;
    }

    private static Map<String, String> knobs(Program.Scenario scenario) {
        Map<String, String> knobs = new LinkedHashMap<>();
        settings(scenario, "set").filter(setting -> setting.arguments().size() == 2)
                .forEach(setting -> knobs.put(setting.arguments().getFirst(), setting.arguments().getLast()));
        return knobs;
    }

    private static Optional<String> text(Program.Scenario scenario, String name) {
        return settings(scenario, name).reduce((_, later) -> later)
                .flatMap(setting -> setting.arguments().stream().findFirst());
    }

    private static Stream<Program.Setting> settings(Program.Scenario scenario, String name) {
        return scenario.settings().stream().filter(setting -> setting.name().equals(name));
    }

    /** M2 before M10. */
    private static int compareIds(String a, String b) {
        String[] left = a.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
        String[] right = b.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = Character.isDigit(left[i].charAt(0)) && Character.isDigit(right[i].charAt(0));
            int order = numbers
                    ? new java.math.BigInteger(left[i]).compareTo(new java.math.BigInteger(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
