package org.xstate.tests.frameworks.plugins;

/** A sound xfeature that tells when its class is initialised. */
public final class Sound extends Plugged {

    /** Counts the times that the class was initialised. */
    public static final String INITIALISED = "xstate.test.initialised";

    static {
        count(INITIALISED);
    }
}
