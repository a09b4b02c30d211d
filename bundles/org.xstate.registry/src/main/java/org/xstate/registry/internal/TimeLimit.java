package org.xstate.registry.internal;

import java.time.Duration;

import org.osgi.framework.BundleContext;

/** How long one call of a plugin may take: the property {@value #PROPERTY}, of the framework or the JVM. */
final class TimeLimit {

    private static final String PROPERTY = "xstate.plugin.seconds";
    private static final int DEFAULT_SECONDS = 10;

    private TimeLimit() {
    }

    static Duration of(BundleContext context) {
        String seconds = context.getProperty(PROPERTY);
        try {
            int given = seconds == null ? DEFAULT_SECONDS : Integer.parseInt(seconds);
            return Duration.ofSeconds(Math.max(1, given));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PROPERTY + "=" + seconds + " is no number of seconds", e);
        }
    }
}
