package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;

/** A machine with what is left of its rules, guards and predicates as further procedures. */
final class Specialized {

    /** Ways to make the first choices of a rule: one with more stays as it is. */
    private static final int MOST_WAYS = 64;

    private final Machine original;
    private final List<Procedure> procedures;
    private final List<List<Residual.Origin>> origins = new ArrayList<>();
    private final List<Variant> variants = new ArrayList<>();
    private final List<Residual.Origin> alwaysReached = new ArrayList<>();
    private final Map<Integer, Integer> replaced = new HashMap<>();

    /**
     * A way through the first choices of a rule.
     *
     * @param procedure what is left to do
     * @param action    number of the rule
     */
    record Variant(int procedure, int action, List<Residual.Chosen> choices) {
    }

    Specialized(Machine machine) {
        original = machine;
        procedures = new ArrayList<>(machine.procedures());
        List<Liveness> liveness = machine.procedures().stream().map(Liveness::new).toList();
        for (int rule = 0; rule < machine.rules().size(); rule++) {
            int action = rule;
            int procedure = machine.rules().get(rule).procedure();
            Specializer.specialize(machine, liveness, procedure, MOST_WAYS).ifPresentOrElse(
                    ways -> ways.forEach(way -> add(way, action)),
                    () -> variants.add(new Variant(procedure, action, List.of())));
        }
        machine.claims().forEach(claim -> claim.predicate().ifPresent(one -> replace(one, liveness)));
        machine.processes().forEach(process -> process.guard().ifPresent(one -> replace(one, liveness)));
    }

    private void add(Residual way, int action) {
        Optional<List<Residual.Origin>> never = reachedBeforeNever(way);
        if (never.isPresent()) {
            alwaysReached.addAll(never.get());
        } else {
            variants.add(new Variant(procedure(way), action, way.choices()));
        }
    }

    private int procedure(Residual residual) {
        procedures.add(residual.procedure());
        origins.add(residual.origins());
        return procedures.size() - 1;
    }

    private void replace(int procedure, List<Liveness> liveness) {
        if (!replaced.containsKey(procedure)) {
            Specializer.specialize(original, liveness, procedure, 1)
                    .ifPresent(ways -> replaced.put(procedure, procedure(ways.getFirst())));
        }
    }

    /** The nodes up to an assumption that never holds, if there is nothing else on the way. */
    private static Optional<List<Residual.Origin>> reachedBeforeNever(Residual way) {
        List<Residual.Origin> reached = new ArrayList<>();
        int node = 0;
        while (reached.size() < way.origins().size()) {
            reached.add(way.origins().get(node));
            Procedure.Node here = way.procedure().nodes().get(node);
            if (here.instruction() instanceof Instruction.Assume assume
                    && Folding.isZero(assume.condition())) {
                return Optional.of(reached);
            }
            if (!(here.instruction() instanceof Instruction.Nothing)) {
                return Optional.empty();
            }
            node = here.next().getFirst();
        }
        return Optional.empty();
    }

    /** The machine with the further procedures. */
    Machine machine() {
        return new Machine(original.cpus(), original.slots(), original.tables(), procedures, original.rules(),
                original.processes(), original.setups(), original.claims(), original.tokens(),
                original.currentTask());
    }

    /** Ways through rules that are to be tried, in the order of their successors. */
    List<Variant> variants() {
        return variants;
    }

    /** What stands for a procedure that the engine starts. */
    int entry(int procedure) {
        return replaced.getOrDefault(procedure, procedure);
    }

    boolean isResidual(int procedure) {
        return procedure >= original.procedures().size();
    }

    /** Where a node comes from. */
    Residual.Origin origin(int procedure, int node) {
        return isResidual(procedure)
                ? origins.get(procedure - original.procedures().size()).get(node)
                : new Residual.Origin(procedure, node);
    }

    /** Nodes that are executed in every state, though no code is made for them. */
    List<Residual.Origin> alwaysReached() {
        return alwaysReached;
    }
}
