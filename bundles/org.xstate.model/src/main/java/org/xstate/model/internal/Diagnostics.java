package org.xstate.model.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.xstate.model.diagnostic.Diagnostic;

/** Collects what is said about a model: each thing once, in the order of the text, no more than anybody reads. */
public final class Diagnostics {

    /** After so many errors, what follows is seldom about the text any more. */
    public static final int MAX_ERRORS = 50;

    private final Set<Diagnostic> all = new LinkedHashSet<>();
    private final Set<String> quiet = new HashSet<>();
    private int errors;

    /** Files about which only errors are said: what a scenario makes of a library's text is not for its author to mend. */
    public void onlyErrors(Set<String> files) {
        quiet.addAll(files);
    }

    public void add(Diagnostic diagnostic) {
        boolean unwanted = !diagnostic.isError() && quiet.contains(diagnostic.span().file());
        if (errors >= MAX_ERRORS || unwanted) {
            return;
        }
        if (all.add(diagnostic) && diagnostic.isError()) {
            errors++;
        }
    }

    public int errors() {
        return errors;
    }

    /** How much has been said, of any kind. */
    public int count() {
        return all.size();
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** By file in the order in which the files came up, then by place. */
    public List<Diagnostic> inOrder() {
        List<String> files = new ArrayList<>(all.stream().map(one -> one.span().file()).distinct().toList());
        return all.stream()
                .sorted(Comparator.<Diagnostic>comparingInt(one -> files.indexOf(one.span().file()))
                        .thenComparing(Diagnostic::span))
                .toList();
    }
}
