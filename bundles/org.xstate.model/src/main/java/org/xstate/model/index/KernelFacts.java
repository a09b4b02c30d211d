package org.xstate.model.index;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a comment says of the kernel's history.
 *
 * @param commits  ids as they are written
 * @param releases {@code 6.15}, {@code 2.6.16.9}
 * @param cves     {@code CVE-2006-1056}
 */
public record KernelFacts(List<String> commits, List<String> releases, List<String> cves) {

    /** An id has letters and digits; a number of twelve digits is none. */
    private static final Pattern COMMIT = Pattern
            .compile("\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,40}\\b");
    private static final Pattern RELEASE = Pattern
            .compile("(?<![\\w.])(?:2\\.6(?:\\.\\d+){0,2}|[3-9]\\.\\d{1,2}(?:\\.\\d+)?)(?![\\w]|\\.\\d)");
    private static final Pattern CVE = Pattern.compile("\\bCVE-\\d{4}-\\d{4,}\\b");

    public KernelFacts {
        commits = List.copyOf(commits);
        releases = List.copyOf(releases);
        cves = List.copyOf(cves);
    }

    public static KernelFacts of(String comment) {
        return new KernelFacts(all(COMMIT, comment), all(RELEASE, comment), all(CVE, comment));
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return Stream.iterate(matcher.find(), found -> found, _ -> matcher.find()).map(_ -> matcher.group())
                .distinct()
                .toList();
    }

    public boolean isEmpty() {
        return commits.isEmpty() && releases.isEmpty() && cves.isEmpty();
    }

    /** {@code commit 59f5ede3bc0f, kernel 5.18}: one line; empty if there is nothing. */
    public String text() {
        return String.join(", ", Stream.of(commits.stream().map(one -> "commit " + one),
                releases.stream().map(one -> "kernel " + one), cves.stream()).flatMap(all -> all).toList());
    }
}
