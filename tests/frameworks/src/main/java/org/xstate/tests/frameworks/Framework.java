package org.xstate.tests.frameworks;

import java.util.Objects;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.xstate.api.Contributions;

/** The framework that the tests run in. */
final class Framework {

    private Framework() {
    }

    static BundleContext context() {
        return FrameworkUtil.getBundle(Framework.class).getBundleContext();
    }

    static Contributions contributions() {
        return context().getService(Objects.requireNonNull(
                context().getServiceReference(Contributions.class), "the registry publishes nothing"));
    }
}
