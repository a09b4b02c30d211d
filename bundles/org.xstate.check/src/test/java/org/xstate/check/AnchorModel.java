package org.xstate.check;

import java.util.ArrayList;
import java.util.List;

import org.xstate.model.state.StateLayout;

/**
 * A model of the Linux FPU register protocol that exists for other checkers too (Promela, TLA+, Murphi), so that counts
 * can be compared. CPUs, tasks, a few xfeatures with abstract values; every rule is one atomic step.
 *
 * <p>Values: 0 is the init state, 1 to {@code values} are written by users, {@code garbage()} is anything else. The last
 * feature is PASID, written only through #GP. References to tasks and CPUs are stored plus one, 0 is none.
 *
 * @param bug 0 for the protocol that is right; 1 only the updated feature is saved before TIF_NEED_FPU_LOAD is set; 2
 *     memory written, flag not set; 3 flag set, registers still pass as valid; 4 register written although stale; 5 full
 *     update without the XSTATE_BV bit
 */
record AnchorModel(int cpus, int tasks, int features, int values, boolean softirq, boolean fork,
        boolean ptrace,
        int bug) implements TransitionSystem {

    static final AnchorModel S = new AnchorModel(2, 2, 2, 1, false, false, false, 0);
    static final AnchorModel S2 = new AnchorModel(2, 2, 2, 1, true, false, false, 0);
    static final AnchorModel M = new AnchorModel(2, 2, 2, 1, true, true, true, 0);
    static final AnchorModel L = new AnchorModel(2, 2, 2, 2, true, true, true, 0);

    static final int LAST_PC = 7;
    static final int LAST_TASK_STATE = 2;

    static AnchorModel withBug(int bug) {
        return new AnchorModel(2, 2, 3, 1, true, true, true, bug);
    }

    int garbage() {
        return values + 1;
    }

    int pasid() {
        return features - 1;
    }

    StateLayout layout() {
        int largestArgument = Math.max(2 * pasid() + 1, tasks);
        return StateLayout.builder().array("cur", cpus, 0, tasks).array("owner", cpus, 0, tasks)
                .array("sirq", cpus, 0, 1).array("reg", cpus * features, 0, garbage())
                .array("bv", tasks, 0, (1L << features) - 1).array("mem", tasks * features, 0, garbage())
                .array("sh", tasks * features, 0, values).array("tif", tasks, 0, 1)
                .array("last", tasks, 0, cpus)
                .array("pc", tasks, 0, LAST_PC).array("arg", tasks, 0, largestArgument)
                .array("st", tasks, 0, LAST_TASK_STATE).build();
    }

    @Override
    public int words() {
        return layout().words();
    }

    @Override
    public List<String> actions() {
        List<String> names = new ArrayList<>();
        for (int cpu = 0; cpu < cpus; cpu++) {
            for (AnchorRule rule : AnchorRule.values()) {
                for (int choice = 0; choice < AnchorRule.CHOICES; choice++) {
                    names.add(rule + "(cpu " + cpu + ", " + choice + ")");
                }
            }
        }
        return names;
    }

    @Override
    public List<String> properties() {
        return List.of("coherent");
    }

    @Override
    public Evaluator evaluator() {
        return new AnchorEvaluator(this);
    }
}
