package org.xstate.launcher;

import java.util.List;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.connect.FrameworkUtilHelper;

/**
 * Tells to which bundle a class belongs that comes from the class path ({@link org.osgi.framework.FrameworkUtil#getBundle}).
 * Felix does not; the extension registry asks for its own bundles when they start.
 */
public final class ConnectedClasses implements FrameworkUtilHelper {

    /** The OSGi API makes one object of this class, by itself, for all frameworks of the process. */
    private static volatile List<Bundle> served = List.of();

    /** Created by the OSGi API. */
    public ConnectedClasses() {
        // the bundles are not known yet
    }

    /** @param bundles those that may be asked for; they take the place of earlier ones */
    static void serve(List<Bundle> bundles) {
        served = List.copyOf(bundles);
    }

    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        if (type.getClassLoader() != ConnectedClasses.class.getClassLoader()) {
            return Optional.empty();
        }
        String file = type.getName().replace('.', '/') + ".class";
        return served.stream().filter(bundle -> bundle.getEntry(file) != null).findFirst();
    }
}
