package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;

/** How a machine becomes a class. */
final class MachinePlan {

    private final Specialized specialized;
    private final Machine machine;
    private final List<Flow> flows = new ArrayList<>();
    private final List<ProcedurePlan> plans = new ArrayList<>();
    private final Costs costs;
    private final CoverageMap coverage;
    private final BitSet bodies = new BitSet();
    private final List<Optional<Boolean>> mayStop = new ArrayList<>();
    private final int[] frameBase;
    private int frameSize;

    MachinePlan(Machine original) {
        specialized = new Specialized(original);
        machine = specialized.machine();
        machine.processes().forEach(process -> bodies.set(process.body()));
        frameBase = new int[machine.procedures().size()];
        costs = new Costs(machine, flows);
        coverage = new CoverageMap(original);
        for (int i = 0; i < machine.procedures().size(); i++) {
            add(i, machine.procedures().get(i));
        }
        TreeSet<Integer> made = called();
        bodies.stream().forEach(made::add);
        made.forEach(procedure -> plans.get(procedure).number(coverage));
        specialized.variants().forEach(variant -> coverage.marks(variant.choices()));
    }

    private void add(int number, Procedure procedure) {
        BitSet stops = bodies.get(number) ? stops(procedure) : new BitSet();
        BitSet roots = (BitSet) stops.clone();
        roots.set(0);
        Flow flow = new Flow(procedure, roots);
        flows.add(flow);
        mayStop.add(Optional.empty());
        plans.add(new ProcedurePlan(this, number, flow, bodies.get(number), stops));
        frameBase[number] = frameSize;
        frameSize += procedure.locals().size();
    }

    /** The nodes before which a process may stop: all that somebody else might see. */
    private static BitSet stops(Procedure procedure) {
        BitSet stops = new BitSet();
        for (int node = 0; node < procedure.nodes().size(); node++) {
            if (StopKind.of(procedure.nodes().get(node)) != StopKind.NEVER) {
                stops.set(node);
            }
        }
        return stops;
    }

    /** With procedures that were made of those of the original. */
    Machine machine() {
        return machine;
    }

    Specialized specialized() {
        return specialized;
    }

    Residual.Origin origin(int procedure, int node) {
        return specialized.origin(procedure, node);
    }

    boolean isResidual(int procedure) {
        return specialized.isResidual(procedure);
    }

    ProcedurePlan plan(int procedure) {
        return plans.get(procedure);
    }

    boolean isBody(int procedure) {
        return bodies.get(procedure);
    }

    Costs costs() {
        return costs;
    }

    CoverageMap coverage() {
        return coverage;
    }

    /** Position in the frame array of a procedure's first local. */
    int frameBase(int procedure) {
        return frameBase[procedure];
    }

    int frameSize() {
        return frameSize;
    }

    /** Procedures that are executed as a whole, in one call: those without parameters that the engine starts. */
    TreeSet<Integer> entries() {
        TreeSet<Integer> entries = new TreeSet<>(machine.setups());
        specialized.variants().forEach(variant -> entries.add(variant.procedure()));
        machine.claims()
                .forEach(claim -> claim.predicate().ifPresent(one -> entries.add(specialized.entry(one))));
        machine.processes()
                .forEach(process -> process.guard().ifPresent(one -> entries.add(specialized.entry(one))));
        return entries;
    }

    /** Procedures that are needed as methods: the entries, and what they and the bodies call. */
    TreeSet<Integer> called() {
        TreeSet<Integer> called = new TreeSet<>();
        entries().forEach(entry -> collect(entry, called));
        bodies.stream().forEach(body -> callees(body).forEach(callee -> collect(callee, called)));
        return called;
    }

    private void collect(int procedure, TreeSet<Integer> called) {
        if (called.add(procedure)) {
            callees(procedure).forEach(callee -> collect(callee, called));
        }
    }

    private List<Integer> callees(int procedure) {
        List<Integer> callees = new ArrayList<>();
        for (int node : flows.get(procedure).order()) {
            if (machine.procedures().get(procedure).nodes().get(node)
                    .instruction() instanceof Instruction.Call call) {
                callees.add(call.procedure());
            }
        }
        return callees;
    }

    /** Whether a call of the procedure may end the step. */
    boolean mayStop(int procedure) {
        if (mayStop.get(procedure).isEmpty()) {
            mayStop.set(procedure, Optional.of(flows.get(procedure).hasLoops()
                    || flows.get(procedure).order().stream().anyMatch(node -> mayStop(machine.procedures()
                            .get(procedure).nodes().get(node).instruction()))));
        }
        return mayStop.get(procedure).orElseThrow();
    }

    private boolean mayStop(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Assume _,Instruction.Assert _ -> true;
            case Instruction.Call(_, int procedure, List<Expression> arguments) ->
                mayStop(procedure) || arguments.stream().anyMatch(Faults::possible);
            case Instruction.SetLocal(_, Expression value) -> Faults.possible(value);
            case Instruction.Store(Expression slot, Expression value) ->
                Faults.possible(slot) || Faults.possible(value);
            case Instruction.CopySlots(Expression to, Expression from, _) ->
                Faults.possible(to) || Faults.possible(from);
            case Instruction.Branch(Expression condition) -> Faults.possible(condition);
            case Instruction.Return(Optional<Expression> value) -> value.map(Faults::possible).orElse(false);
            case Instruction.Choose _,Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ ->
                false;
        };
    }

    /** When a process stops before a node. */
    enum StopKind {
        NEVER, ALWAYS,
        /** If some interrupt may begin. */
        IF_INTERRUPTIBLE,
        /** If its condition does not hold. */
        IF_BLOCKED;

        static StopKind of(Procedure.Node node) {
            if (node.atomic()) {
                return NEVER;
            }
            if (node.visibility() == Visibility.SHARED
                    || node.instruction() instanceof Instruction.Interleave) {
                return ALWAYS;
            }
            if (node.visibility() == Visibility.LOCAL) {
                return IF_INTERRUPTIBLE;
            }
            return node.instruction() instanceof Instruction.Assume assume && assume.blocking()
                    ? IF_BLOCKED
                    : NEVER;
        }
    }
}
