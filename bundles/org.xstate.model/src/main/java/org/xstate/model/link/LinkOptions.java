package org.xstate.model.link;

import java.util.Set;

/**
 * What a program is laid out for.
 *
 * @param cpus   number of CPUs, 1 to {@value #MAX_CPUS}
 * @param merged whether steps are merged where nobody else can see what is between; otherwise every access to what is
 *               not a local, a constant or a ghost is a step of its own
 * @param entries functions to keep as procedures although nothing may call them: to be called from outside
 */
public record LinkOptions(int cpus, boolean merged, Set<String> entries) {

    public static final int MAX_CPUS = 16;

    public LinkOptions {
        if (cpus < 1 || cpus > MAX_CPUS) {
            throw new IllegalArgumentException(cpus + " CPUs");
        }
        entries = Set.copyOf(entries);
    }

    /** For so many CPUs, with steps merged. */
    public static LinkOptions cpus(int cpus) {
        return new LinkOptions(cpus, true, Set.of());
    }
}
