package org.xstate.analysis.museum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.analysis.museum.MuseumEntry.Fix;
import org.xstate.analysis.museum.MuseumEntry.Origin;

/**
 * The comment at the beginning of an entry's file: {@code ID: title}, paragraphs, and trailers like those of commits.
 *
 * <pre>
 * Fix: 484cea4f362e ("x86/fpu: Prevent state corruption in __fpu__restore_sig()") 5.13
 * Since: b860eb8dce59 5.8
 * CVE: CVE-2021-47227
 * </pre>
 */
record EntryComment(String id, String title, List<String> story, List<Fix> fixes, List<Origin> since,
        List<String> cves) {

    private static final Pattern HEAD = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,15}): (\\S.*)");
    private static final Pattern TRAILER = Pattern.compile("(Fix|Since|CVE): +(\\S.*)");
    private static final Pattern FIX = Pattern
            .compile("(none|[0-9a-f]{12})(?: \\(\"(.*)\"\\))?(?: ([0-9]+\\.[0-9.]*[0-9y]))?");
    private static final Pattern SINCE = Pattern
            .compile("(?:([0-9a-f]{12})(?: |$))?([0-9]+\\.[0-9.]*[0-9y])?");
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");

    /** A line that is not as it should be; {@link Museum} makes a rejection of it. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** @throws Malformed if the text does not begin with such a comment */
    static EntryComment of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals("/*")) {
            throw new Malformed(1, "an entry begins with a comment: '/*', then 'ID: what went wrong'");
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).strip().equals("*/")) {
            end++;
        }
        if (end == lines.size()) {
            throw new Malformed(1, "the comment at the beginning does not end with a line '*/'");
        }
        return new Reading(lines.subList(1, end)).read();
    }

    private static final class Reading {

        private final List<String> lines;
        private final List<String> story = new ArrayList<>();
        private final StringBuilder paragraph = new StringBuilder();
        private final List<Fix> fixes = new ArrayList<>();
        private final List<Origin> since = new ArrayList<>();
        private final List<String> cves = new ArrayList<>();

        /** @param lines between the comment's marks: the first is line 2 of the file */
        Reading(List<String> lines) {
            this.lines = lines.stream().map(Reading::content).toList();
        }

        private static String content(String line) {
            String text = line.strip();
            return text.startsWith("*") ? text.substring(1).strip() : text;
        }

        EntryComment read() {
            Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
            if (!head.matches()) {
                throw new Malformed(2,
                        "expected 'ID: what went wrong', the ID a letter and up to 15 more letters or digits");
            }
            for (int i = 1; i < lines.size(); i++) {
                Matcher trailer = TRAILER.matcher(lines.get(i));
                if (trailer.matches()) {
                    trailer(trailer.group(1), trailer.group(2), i + 2);
                } else {
                    text(lines.get(i));
                }
            }
            text("");
            if (story.isEmpty()) {
                throw new Malformed(2, "there is no paragraph that tells how it came about");
            }
            if (fixes.isEmpty()) {
                throw new Malformed(2,
                        "there is no line 'Fix: COMMIT (\"SUBJECT\") RELEASE'; 'Fix: none' if there is no commit");
            }
            return new EntryComment(head.group(1), head.group(2), story, fixes, since, cves);
        }

        private void text(String line) {
            if (!line.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            } else if (!paragraph.isEmpty()) {
                story.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }

        private void trailer(String name, String value, int line) {
            text("");
            switch (name) {
                case "Fix" -> {
                    Matcher fix = matched(FIX, value, line,
                            "Fix: COMMIT (\"SUBJECT\") RELEASE', the commit 12 digits or 'none");
                    fixes.add(new Fix(Optional.of(fix.group(1)).filter(commit -> !commit.equals("none")),
                            Optional.ofNullable(fix.group(2)), Optional.ofNullable(fix.group(3))));
                }
                case "Since" -> {
                    Matcher origin = matched(SINCE, value, line, "Since: COMMIT RELEASE', or one of them, '");
                    since.add(new Origin(Optional.ofNullable(origin.group(1)),
                            Optional.ofNullable(origin.group(2))));
                }
                default -> cves.add(matched(CVE, value, line, "CVE: CVE-YEAR-NUMBER").group());
            }
        }

        private static Matcher matched(Pattern pattern, String value, int line, String wanted) {
            Matcher matcher = pattern.matcher(value.strip());
            if (!matcher.matches()) {
                throw new Malformed(line, "expected '" + wanted + "', found '" + value + "'");
            }
            return matcher;
        }
    }
}
