package org.xstate.analysis.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.xstate.api.Check;
import org.xstate.api.Finding;
import org.xstate.layout.image.DecodedImage;

/**
 * The checks that are there: built in, beside the xfeatures, and plugged in.
 *
 * @param checks   by class name, so that findings come in the same order whatever the class path
 * @param failures one error for each service entry that could not be created
 */
public record Checks(List<Check> checks, List<Finding> failures) {

    public Checks {
        checks = List.copyOf(checks);
        failures = List.copyOf(failures);
    }

    /** What {@link ServiceLoader} finds through the given loader. */
    public static Checks load(ClassLoader loader) {
        List<Check> checks = new ArrayList<>();
        List<Finding> failures = new ArrayList<>();
        Iterator<Check> found = ServiceLoader.load(Check.class, loader).iterator();
        boolean more = true;
        while (more) {
            try {
                more = found.hasNext();
                if (more) {
                    checks.add(found.next());
                }
            } catch (ServiceConfigurationError e) {
                failures.add(Finding.error(DecodedImage.PLUGIN_FAILED,
                        "a check cannot be created: %s".formatted(e.getMessage()))
                        .remedy("mend the class or the entry in META-INF/services/org.xstate.api.Check"));
            }
        }
        return new Checks(checks, failures).and(List.of());
    }

    /** Those given, in the order of their classes' names. */
    public static Checks of(List<Check> checks) {
        return new Checks(List.of(), List.of()).and(checks);
    }

    /** These and others. */
    public Checks and(List<Check> others) {
        return new Checks(Stream.concat(checks.stream(), others.stream())
                .sorted(Comparator.comparing(check -> check.getClass().getName())).toList(), failures);
    }
}
