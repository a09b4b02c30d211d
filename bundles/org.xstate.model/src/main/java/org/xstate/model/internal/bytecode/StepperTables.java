package org.xstate.model.internal.bytecode;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.xstate.model.link.Machine;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.PackedMachine;

/** What the steppers of a machine share. */
final class StepperTables {

    private final PackedMachine packed;
    private final MachinePlan plan;
    private final boolean dropDeadLocals;
    private final Supplier<Stepper> reference;
    private final long[] start;
    private final int[] setups;
    private final int[] rules;
    private final int[] ruleActions;
    private final int[][] ruleMarks;
    private final int ruleFuel;
    private final int[] predicates;
    private final int[] predicateClaims;
    private final int[] predicateCost;
    private final List<ProcessCode> processes;
    private final int[][] regions;

    /**
     * @param reference gives the interpreter of the machine
     * @param regions   by procedure and node, the number of the part that begins there
     */
    StepperTables(PackedMachine packed, MachinePlan plan, boolean dropDeadLocals, Supplier<Stepper> reference,
            int[][] regions) {
        Machine machine = packed.machine();
        this.packed = packed;
        this.plan = plan;
        this.dropDeadLocals = dropDeadLocals;
        this.reference = reference;
        this.regions = regions;
        start = packed.start();
        setups = machine.setups().stream().mapToInt(Integer::intValue).toArray();
        List<Specialized.Variant> variants = plan.specialized().variants();
        rules = variants.stream().mapToInt(Specialized.Variant::procedure).toArray();
        ruleActions = variants.stream().mapToInt(Specialized.Variant::action).toArray();
        ruleMarks = variants.stream().map(variant -> plan.coverage().marks(variant.choices()))
                .toArray(int[][]::new);
        ruleFuel = Costs.MAX_NODES
                - IntStream.of(rules).map(rule -> plan.costs().from(rule, 0)).max().orElse(0);
        predicateClaims = IntStream.range(0, machine.claims().size())
                .filter(claim -> machine.claims().get(claim).predicate().isPresent()).toArray();
        predicates = IntStream.of(predicateClaims)
                .map(claim -> plan.specialized().entry(machine.claims().get(claim).predicate().orElseThrow()))
                .toArray();
        predicateCost = IntStream.of(predicates).map(predicate -> plan.costs().from(predicate, 0)).toArray();
        processes = IntStream.range(0, machine.processes().size())
                .mapToObj(number -> new ProcessCode(number, packed, plan)).toList();
    }

    PackedMachine packed() {
        return packed;
    }

    MachinePlan plan() {
        return plan;
    }

    boolean dropDeadLocals() {
        return dropDeadLocals;
    }

    Supplier<Stepper> reference() {
        return reference;
    }

    long[] start() {
        return start;
    }

    int[] setups() {
        return setups;
    }

    /** Ways through rules that are to be tried. */
    int[] rules() {
        return rules;
    }

    /** By way through a rule, the number of the rule. */
    int[] ruleActions() {
        return ruleActions;
    }

    /** By way through a rule, the marks of the choices made before it. */
    int[][] ruleMarks() {
        return ruleMarks;
    }

    /** Nodes that a way through a rule may execute in loops. */
    int ruleFuel() {
        return ruleFuel;
    }

    int[] predicates() {
        return predicates;
    }

    int[] predicateClaims() {
        return predicateClaims;
    }

    int[] predicateCost() {
        return predicateCost;
    }

    List<ProcessCode> processes() {
        return processes;
    }

    /** The number of the part that begins at a node. */
    int region(int procedure, int node) {
        return regions[procedure][node];
    }
}
