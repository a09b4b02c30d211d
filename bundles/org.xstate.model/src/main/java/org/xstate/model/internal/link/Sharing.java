package org.xstate.model.internal.link;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xstate.model.link.Visibility;

/** Who can see what, by who accesses it in the whole program. */
final class Sharing {

    /** The level of a task's body; interrupts of level n count as n + 1. */
    static final int BODY = 0;

    private static final class Use {
        private final Set<Access.Way> ways = new HashSet<>();
        private final BitSet levels = new BitSet();
        private boolean written;
    }

    private final int cpus;
    private final boolean merged;
    private final boolean interrupted;
    private final Map<String, Use> uses = new HashMap<>();
    private final Set<String> addressed;

    /**
     * @param merged      as of {@link org.xstate.model.link.LinkOptions}
     * @param interrupted whether there are interrupts
     * @param addressed   scalars that pointers may point to
     */
    Sharing(int cpus, boolean merged, boolean interrupted, Set<String> addressed) {
        this.cpus = cpus;
        this.merged = merged;
        this.interrupted = interrupted;
        this.addressed = addressed;
    }

    void add(Access access, int level) {
        Use use = uses.computeIfAbsent(name(access), _ -> new Use());
        use.ways.add(access.how());
        use.levels.set(level);
        use.written |= access.write();
    }

    /** What pointers to scalars reach is one thing. */
    private String name(Access access) {
        return access.what().startsWith("*") || addressed.contains(access.what()) ? "*" : access.what();
    }

    Visibility of(List<Access> accesses) {
        Visibility most = Visibility.NONE;
        for (Access access : accesses) {
            Visibility one = of(access);
            most = one.compareTo(most) > 0 ? one : most;
        }
        return most;
    }

    private Visibility of(Access access) {
        if (!merged) {
            return Visibility.SHARED;
        }
        Use use = uses.get(name(access));
        if (use == null || !use.written) {
            return Visibility.NONE;
        }
        boolean anybody = use.ways.contains(Access.Way.ANY) || use.ways.size() > 1;
        if (anybody && cpus > 1) {
            return Visibility.SHARED;
        }
        boolean alone = use.ways.equals(Set.of(Access.Way.OWN_TASK))
                ? use.levels.length() == BODY + 1
                : use.levels.cardinality() == 1 && use.levels.length() > 2;
        return alone || !interrupted ? Visibility.NONE : Visibility.LOCAL;
    }
}
