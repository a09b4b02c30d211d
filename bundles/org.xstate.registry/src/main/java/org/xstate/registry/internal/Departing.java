package org.xstate.registry.internal;

import org.osgi.framework.Bundle;

/** Questions to a bundle that may be updated or uninstalled while it answers. */
final class Departing {

    /** What a framework is asked. */
    @FunctionalInterface
    interface Question<T, E extends Exception> {
        T ask() throws E;
    }

    private Departing() {
    }

    /**
     * Asks about the bundle. Felix 7.0.5 fails with a NullPointerException of its own where the content of the bundle is
     * taken away meanwhile; that becomes what the OSGi specification has for a bundle that is gone.
     *
     * @throws IllegalStateException if the bundle went while it was asked
     */
    static <T, E extends Exception> T ask(Bundle bundle, Question<T, E> question) throws E {
        try {
            return question.ask();
        } catch (NullPointerException e) {
            throw new IllegalStateException(bundle + " went while it was read", e);
        }
    }
}
