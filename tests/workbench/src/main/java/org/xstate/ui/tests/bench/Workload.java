package org.xstate.ui.tests.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Something heavy that users do, during which the user interface has to answer. Every class of this bundle whose name ends
 * in Workload and that implements this is one; it has a constructor without parameters.
 */
public interface Workload {

    /** What is done, for people. */
    String name();

    /** Opens what is worked with; not measured. On a thread that is not the user interface's. */
    void prepare() throws Exception;

    /** Does it, step by step as a user would, on the same thread. */
    void run() throws Exception;

    /** Puts back what was opened for it; not measured. */
    default void end() throws Exception {
        // nothing, for most
    }

    /** All that there are, by name. */
    static List<Workload> all() throws ReflectiveOperationException {
        Bundle bundle = FrameworkUtil.getBundle(Workload.class);
        List<Workload> found = new ArrayList<>();
        for (var url : Collections.list(bundle.findEntries("/", "*Workload.class", true))) {
            String name = url.getPath().substring(1, url.getPath().length() - ".class".length())
                    .replace('/', '.');
            Class<?> type = bundle.loadClass(name);
            if (!type.isInterface() && Workload.class.isAssignableFrom(type)) {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                found.add((Workload) constructor.newInstance());
            }
        }
        found.sort(Comparator.comparing(Workload::name));
        return found;
    }
}
