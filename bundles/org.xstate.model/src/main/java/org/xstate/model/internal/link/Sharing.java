package org.xstate.model.internal.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xstate.model.link.Visibility;

/** Who can see what, by who accesses it in the whole program. */
final class Sharing {

    /**
     * Whose access it is.
     *
     * @param level 0 of a task's body; 1 above its level of an interrupt
     * @param task  number of the task; -1 for an interrupt, of which there is one for each task or CPU
     */
    record User(int level, int task) {
        static User task(int number) {
            return new User(0, number);
        }

        static User interrupt(int level) {
            return new User(level + 1, -1);
        }
    }

    private static final class Use {
        private final Set<Access.Way> ways = new HashSet<>();
        private final Set<User> users = new HashSet<>();
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

    void add(Access access, User user) {
        Use use = uses.computeIfAbsent(name(access), _ -> new Use());
        use.ways.add(access.how());
        use.users.add(user);
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
        if (isAlone(use)) {
            return Visibility.NONE;
        }
        boolean anybody = use.ways.contains(Access.Way.ANY) || use.ways.size() > 1;
        if (anybody && cpus > 1) {
            return Visibility.SHARED;
        }
        return interrupted ? Visibility.LOCAL : Visibility.NONE;
    }

    /** Whether only one process ever accesses it. */
    private boolean isAlone(Use use) {
        boolean bodies = use.users.stream().allMatch(user -> user.task >= 0);
        if (use.ways.equals(Set.of(Access.Way.OWN_TASK))) {
            return bodies;
        }
        User user = use.users.iterator().next();
        boolean ofThisCpu = user.level > 1 && (cpus == 1 || use.ways.equals(Set.of(Access.Way.THIS_CPU)));
        // a task that goes to another CPU finds that CPU's variable there
        boolean stays = cpus == 1 || !use.ways.contains(Access.Way.THIS_CPU);
        return use.users.size() == 1 && (bodies && stays || ofThisCpu);
    }
}
