package org.xstate.analysis.search;

/** A file cannot be swept: its text is no model, or the request does not fit it. The message is for the user. */
public final class SearchRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchRefused(String message) {
        super(message);
    }
}
