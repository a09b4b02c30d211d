package org.xstate.analysis.search;

/**
 * How far a search is.
 *
 * @param what       what is being done, in a few words
 * @param parts      how many parts this step has
 * @param done       how many of them are done
 * @param candidates combinations that are not known to be wrong
 */
public record SearchProgress(String what, int parts, int done, int candidates) {

    /** Is called by any thread, one at a time. */
    @FunctionalInterface
    public interface Listener {
        void progress(SearchProgress progress);
    }
}
