package org.xstate.formats.internal.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.xstate.api.Finding;

/** Findings about a container, bounded: a hostile file cannot fill memory with them. */
public final class FindingList {

    private static final int MAX = 100;

    private final List<Finding> findings = new ArrayList<>();
    private long more;

    public void add(Finding finding) {
        if (findings.size() < MAX) {
            findings.add(finding);
        } else {
            more++;
        }
    }

    /** As {@link #add(Finding)}, made only if it will be listed: for what a hostile file repeats millions of times. */
    public void add(Supplier<Finding> finding) {
        if (findings.size() < MAX) {
            findings.add(finding.get());
        } else {
            more++;
        }
    }

    public List<Finding> list() {
        List<Finding> all = new ArrayList<>(findings);
        if (more > 0) {
            all.add(Finding.warning("more-findings",
                    "%d more findings of this input are not listed".formatted(more)));
        }
        return all;
    }
}
