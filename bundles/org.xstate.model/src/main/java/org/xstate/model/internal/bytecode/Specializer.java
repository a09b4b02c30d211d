package org.xstate.model.internal.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;
import org.xstate.model.type.Type;

/**
 * Executes as much of a procedure as is known before it runs: calls are expanded, first choices are made, what depends on
 * constants alone is evaluated, and with it loops are unrolled. What is left is a procedure without parameters in which
 * most accesses to arrays have a constant place. A node is made once for each set of values that locals are known to have
 * before it.
 */
final class Specializer {

    /** Nodes of what is left: a procedure that needs more stays as it is. */
    private static final int MOST_NODES = 1500;
    private static final int IGNORED = -1;
    private static final Procedure.Local ANYTHING = new Procedure.Local("", Type.LONG, Long.MIN_VALUE,
            Long.MAX_VALUE);
    private static final Expression.Constant ZERO = new Expression.Constant(0);

    private final Machine machine;
    private final List<Liveness> liveness;
    private final long[] chosen;
    private final List<Residual.Chosen> choices = new ArrayList<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final List<Procedure.Node> nodes = new ArrayList<>();
    private final List<Residual.Origin> origins = new ArrayList<>();
    private final Map<Variable, Integer> variables = new HashMap<>();
    private final List<Procedure.Local> locals = new ArrayList<>();
    private final Map<Context, Context> contexts = new HashMap<>();
    private Optional<Instruction.Choose> split = Optional.empty();
    private boolean onlyWay = true;
    private int bytes;

    /** A call that is being expanded; the root has no caller. */
    private record Context(Optional<Context> caller, int callNode, int procedure) {
    }

    /** A local of an expanded call. */
    private record Variable(Context context, int local) {
    }

    /** A node and what is known before it. */
    private record Place(Context context, int node, Map<Variable, Long> known) {
    }

    /** @param chosen values of the first choices */
    private Specializer(Machine machine, List<Liveness> liveness, long[] chosen) {
        this.machine = machine;
        this.liveness = liveness;
        this.chosen = chosen;
    }

    /**
     * What is left of a procedure without parameters, for each way to make its first choices, in their order; empty if that
     * would be too much.
     *
     * @param most most ways
     */
    static Optional<List<Residual>> specialize(Machine machine, List<Liveness> liveness, int procedure,
            int most) {
        List<Residual> all = new ArrayList<>();
        return add(machine, liveness, procedure, new long[0], most, all)
                ? Optional.of(all)
                : Optional.empty();
    }

    private static boolean add(Machine machine, List<Liveness> liveness, int procedure, long[] chosen,
            int most,
            List<Residual> all) {
        Specializer way = new Specializer(machine, liveness, chosen);
        boolean done = way.run(procedure, most);
        if (way.split.isPresent()) {
            Instruction.Choose choice = way.split.get();
            long[] next = Arrays.copyOf(chosen, chosen.length + 1);
            for (long value = choice.low(); value <= choice.high(); value++) {
                next[chosen.length] = value;
                if (!add(machine, liveness, procedure, next.clone(), most, all)) {
                    return false;
                }
            }
            return true;
        }
        if (!done || all.size() == most) {
            return false;
        }
        all.add(new Residual(
                new Procedure(machine.procedures().get(procedure).name(), 0, way.locals, way.nodes),
                way.origins, way.choices));
        return true;
    }

    private boolean run(int procedure, int most) {
        Context root = intern(new Context(Optional.empty(), 0, procedure));
        Map<Variable, Long> known = new HashMap<>();
        for (int local = 0; local < machine.procedures().get(procedure).locals().size(); local++) {
            known.put(new Variable(root, local), 0L);
        }
        number(root, 0, known);
        while (!open.isEmpty()) {
            step(open.poll(), most);
            if (split.isPresent()) {
                return false;
            }
            if (nodes.size() > MOST_NODES || bytes > Sizes.METHOD) {
                return false;
            }
        }
        return true;
    }

    private Context intern(Context context) {
        return contexts.computeIfAbsent(context, same -> same);
    }

    /** The number of the node that stands for a place; new ones are worked on later. */
    private int number(Context context, int node, Map<Variable, Long> known) {
        Place place = new Place(context, node, needed(context, node, known));
        Integer number = numbers.get(place);
        if (number == null) {
            number = reserve(context, node);
            numbers.put(place, number);
            open.add(place);
        }
        return number;
    }

    private int reserve(Context context, int node) {
        nodes.add(node(context, node, new Instruction.Nothing(), List.of()));
        origins.add(new Residual.Origin(context.procedure(), node));
        return nodes.size() - 1;
    }

    private Procedure.Node node(Context context, int node, Instruction instruction, List<Integer> next) {
        Procedure.Node from = machine.procedures().get(context.procedure()).nodes().get(node);
        return new Procedure.Node(from.span(), from.statement(), List.of(), instruction, next,
                Visibility.NONE, true,
                new BitSet());
    }

    /** What is known of locals that are read later. */
    private Map<Variable, Long> needed(Context context, int node, Map<Variable, Long> known) {
        Map<Variable, Long> needed = new HashMap<>();
        keep(context, liveness.get(context.procedure()).at(node), known, needed);
        for (Context at = context; at.caller().isPresent(); at = at.caller().get()) {
            Context caller = at.caller().get();
            Procedure.Node call = machine.procedures().get(caller.procedure()).nodes().get(at.callNode());
            BitSet live = (BitSet) liveness.get(caller.procedure()).at(call.next().getFirst()).clone();
            ((Instruction.Call) call.instruction()).result().ifPresent(live::clear);
            keep(caller, live, known, needed);
        }
        return needed;
    }

    private static void keep(Context context, BitSet live, Map<Variable, Long> known,
            Map<Variable, Long> needed) {
        live.stream().forEach(local -> {
            Variable variable = new Variable(context, local);
            Long value = known.get(variable);
            if (value != null) {
                needed.put(variable, value);
            }
        });
    }

    private void step(Place place, int most) {
        Context context = place.context();
        Procedure.Node node = machine.procedures().get(context.procedure()).nodes().get(place.node());
        switch (node.instruction()) {
            case Instruction.SetLocal(int local, Expression value) ->
                assign(place, context, local, fold(place, value), context, node.next().getFirst());
            case Instruction.Store(Expression slot, Expression value) ->
                emit(place, new Instruction.Store(fold(place, slot), fold(place, value)), node);
            case Instruction.CopySlots(Expression to, Expression from, int count) ->
                emit(place, new Instruction.CopySlots(fold(place, to), fold(place, from), count), node);
            case Instruction.Choose choose -> choose(place, choose, node, most);
            case Instruction.Call call -> call(place, call);
            case Instruction.Assume(Expression condition, _) -> {
                Expression known = fold(place, condition);
                emit(place, holds(known) ? new Instruction.Nothing() : new Instruction.Assume(known, false),
                        node);
            }
            case Instruction.Assert(Expression condition, int claim, String text) -> {
                Expression known = fold(place, condition);
                emit(place,
                        holds(known) ? new Instruction.Nothing() : new Instruction.Assert(known, claim, text),
                        node);
            }
            case Instruction.Branch(Expression condition) ->
                branch(place, fold(place, condition), node.next());
            case Instruction.Return(Optional<Expression> value) ->
                returns(place, value.map(given -> fold(place, given)));
            case Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ ->
                emit(place, new Instruction.Nothing(), node);
        }
    }

    private static boolean holds(Expression known) {
        return known instanceof Expression.Constant(long value) && value != 0;
    }

    private Expression fold(Place place, Expression expression) {
        return new Folding(machine, local -> {
            Variable variable = new Variable(place.context(), local);
            Long value = place.known().get(variable);
            return value == null ? new Expression.Local(variable(variable)) : new Expression.Constant(value);
        }).fold(expression);
    }

    /** The local of the new procedure that stands for a variable. */
    private int variable(Variable variable) {
        return variables.computeIfAbsent(variable, made -> {
            locals.add(made.local() == IGNORED
                    ? ANYTHING
                    : machine.procedures().get(made.context().procedure()).locals().get(made.local()));
            return locals.size() - 1;
        });
    }

    private void emit(Place place, Instruction instruction, Procedure.Node node) {
        set(place, instruction, List.of(number(place.context(), node.next().getFirst(), place.known())));
    }

    private void set(Place place, Instruction instruction, List<Integer> next) {
        int number = numbers.get(place);
        nodes.set(number, node(place.context(), place.node(), instruction, next));
        bytes += instruction instanceof Instruction.Nothing ? 0 : Sizes.of(instruction);
        onlyWay &= instruction instanceof Instruction.Nothing;
    }

    /** Gives a variable a value, known or not, and goes on at a node. */
    private void assign(Place place, Context owner, int local, Expression value, Context context, int next) {
        Map<Variable, Long> known = new HashMap<>(place.known());
        Variable variable = new Variable(owner, local);
        Instruction instruction = new Instruction.Nothing();
        if (value instanceof Expression.Constant(long constant)) {
            known.put(variable, constant);
        } else {
            known.remove(variable);
            instruction = new Instruction.SetLocal(variable(variable), value);
        }
        set(place, instruction, List.of(number(context, next, known)));
    }

    private void choose(Place place, Instruction.Choose choose, Procedure.Node node, int most) {
        Context context = place.context();
        Variable variable = new Variable(context, choose.local());
        Map<Variable, Long> known = new HashMap<>(place.known());
        if (onlyWay && choices.size() < chosen.length) {
            long value = chosen[choices.size()];
            choices.add(new Residual.Chosen(context.procedure(), place.node(), choose, value));
            known.put(variable, value);
            set(place, new Instruction.Nothing(), List.of(number(context, node.next().getFirst(), known)));
        } else if (onlyWay && choose.high() - choose.low() < most) {
            split = Optional.of(choose);
        } else {
            known.remove(variable);
            set(place, new Instruction.Choose(variable(variable), choose.low(), choose.high()),
                    List.of(number(context, node.next().getFirst(), known)));
        }
    }

    private void branch(Place place, Expression condition, List<Integer> next) {
        if (condition instanceof Expression.Constant(long value)) {
            set(place, new Instruction.Nothing(),
                    List.of(number(place.context(), next.get(value != 0 ? 0 : 1), place.known())));
        } else {
            set(place, new Instruction.Branch(condition),
                    List.of(number(place.context(), next.get(0), place.known()),
                            number(place.context(), next.get(1), place.known())));
        }
    }

    private void call(Place place, Instruction.Call call) {
        Context callee = intern(new Context(Optional.of(place.context()), place.node(), call.procedure()));
        int count = machine.procedures().get(call.procedure()).locals().size();
        Map<Variable, Long> known = new HashMap<>(place.known());
        Map<Integer, Expression> given = new TreeMap<>();
        for (int local = 0; local < count; local++) {
            Expression value = local < call.arguments().size()
                    ? fold(place, call.arguments().get(local))
                    : ZERO;
            Variable variable = new Variable(callee, local);
            if (value instanceof Expression.Constant(long constant)) {
                known.put(variable, constant);
            } else {
                known.remove(variable);
                given.put(variable(variable), value);
            }
        }
        int next = number(callee, 0, known);
        List<Map.Entry<Integer, Expression>> assignments = List.copyOf(given.entrySet());
        for (int i = assignments.size() - 1; i > 0; i--) {
            next = extra(place, assignments.get(i), next);
        }
        set(place, assignments.isEmpty()
                ? new Instruction.Nothing()
                : new Instruction.SetLocal(assignments.getFirst().getKey(),
                        assignments.getFirst().getValue()),
                List.of(next));
    }

    private int extra(Place place, Map.Entry<Integer, Expression> assignment, int next) {
        Instruction instruction = new Instruction.SetLocal(assignment.getKey(), assignment.getValue());
        nodes.add(node(place.context(), place.node(), instruction, List.of(next)));
        origins.add(new Residual.Origin(place.context().procedure(), place.node()));
        bytes += Sizes.of(instruction);
        return nodes.size() - 1;
    }

    private void returns(Place place, Optional<Expression> value) {
        if (place.context().caller().isEmpty()) {
            set(place, new Instruction.Return(value), List.of());
            return;
        }
        Context caller = place.context().caller().get();
        Procedure.Node call = machine.procedures().get(caller.procedure()).nodes()
                .get(place.context().callNode());
        OptionalInt result = ((Instruction.Call) call.instruction()).result();
        if (result.isPresent()) {
            assign(place, caller, result.getAsInt(), value.orElse(ZERO), caller, call.next().getFirst());
        } else if (value.isPresent() && Faults.possible(value.get())) {
            // nobody wants the value, but it may fail
            int ignored = variable(new Variable(place.context(), IGNORED));
            set(place, new Instruction.SetLocal(ignored, value.get()),
                    List.of(number(caller, call.next().getFirst(), place.known())));
        } else {
            set(place, new Instruction.Nothing(),
                    List.of(number(caller, call.next().getFirst(), place.known())));
        }
    }
}
